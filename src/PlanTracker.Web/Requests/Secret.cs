namespace PlanTracker.Web.Requests;

/// <summary>What a command is sent with and nobody may read afterwards: a password, a code, an address that opens something by itself. The audit log leaves it out.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;

/// <summary>Its name sounds like a secret's, and it is none: the audit log shows it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NoSecretAttribute : Attribute;
