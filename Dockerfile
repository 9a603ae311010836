# The function as a container image whose JVM starts from an AOT cache (JDK 25): classes loaded and linked, found by a training
# run through AWS's own runtime interface client. Build it with `mvn package`, then `sam build -t template-image.yaml`.
# Why, and when the zip is better: docs/operations.md, "Zip or image".
FROM public.ecr.aws/lambda/java:25 AS function
COPY target/credfix.jar /var/task/
COPY target/credfix-function/lib /var/task/lib
# The class path names every file: a cache holds for exactly one, and a wildcard's order is the file system's.
RUN IFS=: && set -- /var/task/credfix.jar /var/task/lib/*.jar /var/runtime/lib/*.jar \
 && echo "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -cp $*" >/var/task/options

FROM function AS trained
RUN mkdir /tmp/cache \
 && AWS_LAMBDA_FUNCTION_NAME=credfix AWS_LAMBDA_FUNCTION_VERSION=1 AWS_LAMBDA_FUNCTION_MEMORY_SIZE=1024 AWS_LAMBDA_LOG_FORMAT=JSON \
    AWS_LAMBDA_INITIALIZATION_TYPE=on-demand AWS_REGION=eu-north-1 LAMBDA_TASK_ROOT=/var/task _HANDLER=io.credfix.http.LambdaHandler::handleRequest \
    java @/var/task/options io.credfix.http.TrainingRun \
    java -XX:AOTCacheOutput=/tmp/cache/credfix.aot @/var/task/options \
    com.amazonaws.services.lambda.runtime.api.client.AWSLambda io.credfix.http.LambdaHandler::handleRequest \
 && test -s /tmp/cache/credfix.aot

FROM function
COPY --from=trained /tmp/cache/credfix.aot /var/task/credfix.aot
# Without a cache that fits, the JVM starts as it would without this option.
ENTRYPOINT ["java", "-XX:AOTCache=/var/task/credfix.aot", "@/var/task/options", "com.amazonaws.services.lambda.runtime.api.client.AWSLambda"]
CMD ["io.credfix.http.LambdaHandler::handleRequest"]
