using PlanTracker.EndToEnd.Hosting;
using PlanTracker.Web.Tests.Hosting;

[assembly: AssemblyFixture(typeof(Browser))]
[assembly: AssemblyFixture(typeof(DatabaseCleanUp))]
