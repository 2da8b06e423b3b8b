using PlanTracker.Web.Tests.Hosting;

[assembly: AssemblyFixture(typeof(DatabaseCleanUp))]
