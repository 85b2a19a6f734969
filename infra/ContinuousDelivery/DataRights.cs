using Recommender.Infra.Policies;
using Recommender.Infra.Settings;

namespace Recommender.Infra.ContinuousDelivery;

/// <summary>Changing the catalog, workgroups and the source database, without reading a row of them.</summary>
internal static class DataRights
{
    /// <summary>The statements.</summary>
    public static IReadOnlyList<PolicyStatement> Of(StackScope scope) =>
    [
        new("ChangeCatalog")
        {
            Actions =
            [
                "glue:CreateDatabase", "glue:CreateTable", "glue:DeleteTable", "glue:GetDatabase", "glue:GetPartitionIndexes", "glue:GetTable", "glue:GetTables",
                "glue:GetTags", "glue:TagResource", "glue:UntagResource", "glue:UpdateDatabase", "glue:UpdateTable",
                .. scope.Losing("glue:DeleteDatabase"),
            ],
            Resources =
            [
                scope.Any("glue", "catalog"), scope.Any("glue", $"database/{StackContext.Project}_{scope.Context.Stack}_*"),
                scope.Any("glue", $"table/{StackContext.Project}_{scope.Context.Stack}_*/*"),
            ],
        },

        // The setting is the account's: only where this stack makes it may its CI/CD change it.
        .. !scope.Context.Settings.Lake.EncryptCatalog ? Array.Empty<PolicyStatement>() :
        [
            new("EncryptCatalog")
            {
                Actions = ["glue:GetDataCatalogEncryptionSettings", "glue:PutDataCatalogEncryptionSettings"],
                Resources = [scope.Any("glue", "catalog")],
            },
        ],
        new("ChangeWorkgroups")
        {
            Actions =
            [
                "athena:CreateNamedQuery", "athena:CreateWorkGroup", "athena:DeleteNamedQuery", "athena:DeleteWorkGroup", "athena:GetNamedQuery", "athena:GetWorkGroup",
                "athena:ListTagsForResource", "athena:TagResource", "athena:UntagResource", "athena:UpdateNamedQuery", "athena:UpdateWorkGroup",
            ],
            Resources = [scope.Named("athena", "workgroup/")],
        },
        new("ChangeDatabase")
        {
            Actions =
            [
                "rds:AddTagsToResource", "rds:CreateDBInstance", "rds:CreateDBParameterGroup", "rds:CreateDBSnapshot", "rds:CreateDBSubnetGroup",
                "rds:DeleteDBParameterGroup", "rds:DeleteDBSubnetGroup", "rds:DescribeDBInstances", "rds:DescribeDBParameterGroups", "rds:DescribeDBParameters",
                "rds:DescribeDBSubnetGroups", "rds:ListTagsForResource", "rds:ModifyDBInstance", "rds:ModifyDBParameterGroup", "rds:ModifyDBSubnetGroup",
                "rds:RebootDBInstance", "rds:RemoveTagsFromResource", "rds:ResetDBParameterGroup",
                .. scope.Losing("rds:DeleteDBInstance"),
            ],
            Resources = [scope.Named("rds", "db:"), scope.Named("rds", "pg:"), scope.Named("rds", "subgrp:"), scope.Named("rds", "snapshot:")],
        },

        // A database without options of its own has the option group that RDS keeps for its engine, and is made with it.
        new("UseDefaultOptions") { Actions = ["rds:CreateDBInstance", "rds:ModifyDBInstance"], Resources = [scope.Any("rds", "og:default:*")] },

        // RDS makes the secret of the master password in the name of whoever makes the database, and names it itself.
        new("MakeMasterSecret") { Actions = ["secretsmanager:CreateSecret", "secretsmanager:TagResource"], Resources = [scope.Any("secretsmanager", "secret:rds!db-*")] },
        new("RotateMasterSecret")
        {
            Actions = ["secretsmanager:DescribeSecret", "secretsmanager:RotateSecret"],
            Resources = [scope.Any("secretsmanager", "secret:rds!db-*")],
            Conditions = [new("StringLike", "aws:ResourceTag/aws:rds:primaryDBInstanceArn", scope.Named("rds", "db:"))],
        },
    ];
}
