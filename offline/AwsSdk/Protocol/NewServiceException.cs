using System.Net;
using Amazon.Runtime;

namespace Recommender.AwsSdk.Protocol;

/// <summary>Makes the exception of one error code, as the packages' constructors take it.</summary>
public delegate AmazonServiceException NewServiceException(string message, Exception? inner, ErrorType type, string? code, string? requestId, HttpStatusCode status);
