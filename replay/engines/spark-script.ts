// The script that spark-submit runs: one statement in, its rows out as JSON.

export const sparkScript = `import json
import sys

from pyspark.sql import SparkSession

statement, rows = sys.argv[1], sys.argv[2]
spark = (
    SparkSession.builder.appName("avtal")
    .config("spark.sql.ansi.enabled", "true")
    .config("spark.sql.session.timeZone", "UTC")
    .config("spark.sql.variable.substitute", "false")
    .config("spark.ui.enabled", "false")
    # Long chains of CASE: what the optimizer would infer from them costs minutes and gives nothing.
    .config("spark.sql.constraintPropagation.enabled", "false")
    .config(
        "spark.sql.optimizer.excludedRules",
        "org.apache.spark.sql.catalyst.optimizer.CollapseProject,"
        "org.apache.spark.sql.catalyst.optimizer.InferFiltersFromConstraints,"
        "org.apache.spark.sql.catalyst.optimizer.PushDownPredicates",
    )
    .config("spark.sql.codegen.wholeStage", "false")
    .config("spark.sql.shuffle.partitions", "8")
    .config("spark.sql.adaptive.enabled", "false")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("ERROR")
with open(statement, encoding="utf-8") as text:
    found = [list(row) for row in spark.sql(text.read()).collect()]
with open(rows, "w", encoding="utf-8") as out:
    json.dump(found, out, ensure_ascii=False)
spark.stop()
`;
