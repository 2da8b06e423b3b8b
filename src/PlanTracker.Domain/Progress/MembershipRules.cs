namespace PlanTracker.Domain.Progress;

/// <summary>三员分立: who runs the system, who grants roles and who reads the audit are three persons, none of whom works on plans.</summary>
public static class MembershipRules
{
    extension(Function function)
    {
        public bool IsAdministrator =>
            function is Function.SystemAdministrator or Function.SecurityAdministrator or Function.AuditAdministrator;
    }

    public static bool Clash(Function one, Function other) => one != other && (one.IsAdministrator || other.IsAdministrator);

    /// <summary>Whether a person who holds some functions at one time may be given another.</summary>
    /// <param name="separated">Whether the installation keeps the three apart.</param>
    public static Outcome<Done> MayAdd(IEnumerable<Function> held, Function wanted, bool separated)
    {
        foreach (var function in held)
        {
            if (separated && Clash(function, wanted))
                return new Refusal(RefusalKind.FunctionsClash, function.ToString(), wanted.ToString());
        }

        return Done.It;
    }
}
