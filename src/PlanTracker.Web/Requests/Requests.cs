using MediatR;

namespace PlanTracker.Web.Requests;

/// <summary>Changes something. Its handler checks who may.</summary>
public interface ICommand<out TResult> : IRequest<TResult>;

/// <summary>A command that the audit log shows even where it changes nothing of the store: a sign-in, a mail, a job set going.</summary>
public interface IDeed;

/// <summary>A command that ends one transaction before it goes on to the next: what others must see at once, or work outside the store that nobody may wait for.
/// Its last stage begins with <see cref="Data.PlanTrackerDbContext.KeepTogether"/> and is saved with the entry of the audit log.</summary>
public interface IInStages;

/// <summary>Reads, projected to what one panel shows. Its handler sees to it that nobody reads what is not his.</summary>
public interface IQuery<out TResult> : IRequest<TResult>;

/// <summary>Answers one kind of request, in a scope and with a context of its own. Takes the <see cref="Security.Actor"/> in its constructor.</summary>
public interface IHandler<in TRequest, TResult> : IRequestHandler<TRequest, TResult>
    where TRequest : IRequest<TResult>;
