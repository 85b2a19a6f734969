using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Recommender.Ingest.Tests")]
