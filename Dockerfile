# The command `workflow` alone: a static program, in an image that has nothing else.
# docs/server.md says how it is run, for it listens on all addresses and wants to know who calls.
FROM rust:1.95-alpine AS build
RUN apk add --no-cache musl-dev
WORKDIR /src
COPY . .
RUN cargo build --release --locked -p workflow-cli --features tls && strip target/release/workflow && mkdir /data

FROM scratch
COPY --from=build /src/target/release/workflow /workflow
# A folder for `--store`: the program is nobody, and may write nowhere else.
COPY --from=build --chown=65534:65534 /data /data
USER 65534:65534
EXPOSE 8083
# It ends in good order when it is told to.
STOPSIGNAL SIGTERM
ENTRYPOINT ["/workflow"]
CMD ["serve", "--listen", "0.0.0.0", "--credentials", "/credentials.json"]
