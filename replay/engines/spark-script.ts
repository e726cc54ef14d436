// The script that spark-submit runs: the queries of each statement one after the other in, rows out as JSON.
// Rule: each query that several others read is kept, and those plan from its rows; Spark plans the whole at once in hours.

export const sparkScript = `import json
import os
import sys

from pyspark import StorageLevel
from pyspark.sql import DataFrame, SparkSession

steps_file, rows_file = sys.argv[1], sys.argv[2]
spark = (
    SparkSession.builder.appName("avtal")
    .config("spark.sql.ansi.enabled", "true")
    .config("spark.sql.session.timeZone", "UTC")
    .config("spark.sql.variable.substitute", "false")
    # Nothing is left where the run was started.
    .config("spark.sql.warehouse.dir", os.path.dirname(os.path.abspath(rows_file)))
    # What the optimizer would infer from long chains of CASE costs minutes and gives nothing.
    .config("spark.sql.constraintPropagation.enabled", "false")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("ERROR")


def quoted(name):
    return "\`" + name.replace("\`", "\`\`") + "\`"


def kept(found):
    # Rows whose plan is forgotten but not where they came from: what a lost worker held is computed again.
    rows = found._jdf.toJavaRDD()
    cut = spark._jsparkSession.createDataFrame(rows, found._jdf.schema())
    return DataFrame(cut, spark).persist(StorageLevel.MEMORY_AND_DISK)


def rows_of(steps):
    texts = [query["text"] for query in steps["queries"]] + steps["selects"]
    held = []
    for query in steps["queries"]:
        name = quoted(query["name"])
        found = spark.sql(query["text"])
        if sum(1 for text in texts if name in text) > 1:
            found = kept(found)
            held.append(found)
        found.createOrReplaceTempView(name)
    given = [list(row) for select in steps["selects"] for row in spark.sql(select).collect()]
    for found in held:
        found.unpersist()
    for query in steps["queries"]:
        spark.catalog.dropTempView(query["name"])
    return given


with open(steps_file, encoding="utf-8") as text:
    statements = json.load(text)
given = [rows_of(steps) for steps in statements]
with open(rows_file, "w", encoding="utf-8") as out:
    json.dump(given, out, ensure_ascii=False)
spark.stop()
`;
