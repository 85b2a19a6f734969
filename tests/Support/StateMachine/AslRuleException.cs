namespace Recommender.Tests.StateMachine;

/// <summary>A definition that breaks the rules of Amazon States Language, or uses a part of it that the interpreter does not know.</summary>
public sealed class AslRuleException(string message) : Exception(message);
