using System;
using System.Collections.Generic;
using Amazon.StepFunctions.Model;
using Recommender.AwsSdk.Protocol;

namespace Amazon.StepFunctions;

/// <summary>How Step Functions is spoken to.</summary>
internal static class StepFunctionsService
{
    public static JsonService Description { get; } = new()
    {
        ServiceId = "SFN",
        EndpointPrefix = "states",
        TargetPrefix = "AWSStepFunctions",
        JsonVersion = "1.0",
        ApiVersion = "2016-11-23",
        CamelCase = true,
        TimesInMilliseconds = false,
        OtherError = (message, inner, type, code, requestId, status) => new AmazonStepFunctionsException(message, inner, type, code, requestId, status),
        Errors = new Dictionary<string, NewServiceException>(StringComparer.Ordinal)
        {
            ["ExecutionAlreadyExists"] = (message, inner, type, code, requestId, status) => new ExecutionAlreadyExistsException(message, inner, type, code, requestId, status),
            ["ExecutionDoesNotExist"] = (message, inner, type, code, requestId, status) => new ExecutionDoesNotExistException(message, inner, type, code, requestId, status),
            ["ExecutionLimitExceeded"] = (message, inner, type, code, requestId, status) => new ExecutionLimitExceededException(message, inner, type, code, requestId, status),
            ["InvalidArn"] = (message, inner, type, code, requestId, status) => new InvalidArnException(message, inner, type, code, requestId, status),
            ["InvalidExecutionInput"] = (message, inner, type, code, requestId, status) => new InvalidExecutionInputException(message, inner, type, code, requestId, status),
            ["InvalidName"] = (message, inner, type, code, requestId, status) => new InvalidNameException(message, inner, type, code, requestId, status),
            ["InvalidToken"] = (message, inner, type, code, requestId, status) => new InvalidTokenException(message, inner, type, code, requestId, status),
            ["ResourceNotFound"] = (message, inner, type, code, requestId, status) => new ResourceNotFoundException(message, inner, type, code, requestId, status),
            ["StateMachineDeleting"] = (message, inner, type, code, requestId, status) => new StateMachineDeletingException(message, inner, type, code, requestId, status),
            ["StateMachineDoesNotExist"] = (message, inner, type, code, requestId, status) => new StateMachineDoesNotExistException(message, inner, type, code, requestId, status),
            ["StateMachineTypeNotSupported"] = (message, inner, type, code, requestId, status) => new StateMachineTypeNotSupportedException(message, inner, type, code, requestId, status),
            ["ValidationException"] = (message, inner, type, code, requestId, status) => new ValidationException(message, inner, type, code, requestId, status),
        },
    };
}
