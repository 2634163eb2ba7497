# debrief as a container: docker build -t debrief . && docker run --rm -v "$PWD:/work" debrief check
FROM swift:6.2-bookworm AS build
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends make python3 libcmark-gfm-dev \
    libcmark-gfm-extensions-dev libsqlite3-dev pkgconf
WORKDIR /source
COPY . .
RUN make install PREFIX=/opt/debrief

FROM debian:bookworm-slim
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends git libstdc++6 && rm -rf /var/lib/apt/lists/*
COPY --from=build /opt/debrief /usr/local
RUN git config --system --add safe.directory '*'
WORKDIR /work
ENTRYPOINT ["debrief"]
CMD ["--help"]
