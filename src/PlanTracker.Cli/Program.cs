using PlanTracker.Cli;

return Commands.Run(args, Console.OpenStandardOutput(), Console.Error, Environment.GetEnvironmentVariable);
