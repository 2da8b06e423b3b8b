using System.Runtime.InteropServices;
using PlanTracker.Cli;

using var stop = new CancellationTokenSource();

// The first time it ends what it is at and says so; the second time the system ends it.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return Commands.Run(args, Console.OpenStandardOutput(), Console.Error, Environment.GetEnvironmentVariable, stop.Token);
