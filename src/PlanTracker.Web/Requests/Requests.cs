using MediatR;

namespace PlanTracker.Web.Requests;

/// <summary>Changes something. Its handler checks who may.</summary>
public interface ICommand<out TResult> : IRequest<TResult>;

/// <summary>Reads, projected to what one panel shows. Its handler sees to it that nobody reads what is not his.</summary>
public interface IQuery<out TResult> : IRequest<TResult>;

/// <summary>Answers one kind of request, in a scope and with a context of its own. Takes the <see cref="Security.Actor"/> in its constructor.</summary>
public interface IHandler<in TRequest, TResult> : IRequestHandler<TRequest, TResult>
    where TRequest : IRequest<TResult>;
