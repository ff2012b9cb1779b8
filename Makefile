# What a person does with Cowork. Each target finds a JDK 25 by itself; Maven comes through ./mvnw.
.DEFAULT_GOAL := help
.PHONY: help run demo test eval chaos package format clean dead replay rotate-keys verify-audit export-audit scan load turns impact-load bench fill age image

# Where the running program answers its operator.
RUNNING = $(or $(AT),http://127.0.0.1:$(or $(QUARKUS_HTTP_PORT),8080))/operator

MVNW := ./mvnw -q -B
JAVA_FLAGS := -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
# A start with the classes of an earlier one; Java leaves a cache aside that does not fit, and we say so.
CACHED = -XX:AOTCache=$(dir $(1))cowork.aot -Xlog:aot=off -Xlog:cds=off
# What the two builds are made from: they are made again when one of these is newer.
SOURCES := pom.xml $(shell find src/main -type f 2>/dev/null)
PLAYGROUND := target/playground/quarkus-run.jar
REAL := target/quarkus-app/quarkus-run.jar
# Built, and started once for practice.
PLAYGROUND_READY := target/playground/rehearsed
REAL_READY := target/quarkus-app/rehearsed
# Named, so that `make -n test` only shows the tests: what calls make by its own name is run even then.
MAKE_READY = $(MAKE) -s --no-print-directory $(PLAYGROUND_READY)

# Says where a JDK 25 is, or what to install. JAVA_HOME first, then where systems keep theirs, then the PATH.
define FIND_JDK
is_25() { [ -x "$$1/bin/javac" ] && "$$1/bin/java" -version 2>&1 | head -n 1 | grep -q '"25[.\"-]'; }; \
found=; \
for home in "$${JAVA_HOME:-}" /usr/lib/jvm/* /opt/* "$$HOME"/.sdkman/candidates/java/* "$$HOME"/.jdks/* \
    "$$(/usr/libexec/java_home -v 25 2>/dev/null || true)" \
    "$$(j=$$(readlink -f "$$(command -v javac 2>/dev/null)" 2>/dev/null) && dirname "$$(dirname "$$j")" || true)"; do \
  if [ -n "$$home" ] && is_25 "$$home"; then found="$$home"; break; fi; \
done; \
if [ -z "$$found" ]; then \
  echo "Cowork needs a JDK 25: install one (https://adoptium.net, or: sdk install java 25-tem) and set JAVA_HOME to it." >&2; \
  exit 1; \
fi; \
export JAVA_HOME="$$found" MAVEN_OPTS="$${MAVEN_OPTS:--XX:TieredStopAtLevel=1 -XX:+UseSerialGC} --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
endef

help: ## Says what each target does
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# A real workspace is meant where any SLACK_ variable has a value, in the environment or in .env.
run: ## Starts the playground; with SLACK_* set (environment or .env), serves the real workspace
	@$(FIND_JDK); \
	if env | grep -q '^SLACK_[A-Z_]*=.' || grep -Eqs '^ *SLACK_[A-Z_]+ *[=:] *[^ ]' .env; then \
	  $(MAKE) -s --no-print-directory $(REAL_READY) && exec "$$JAVA_HOME/bin/java" $(JAVA_FLAGS) $(call CACHED,$(REAL)) -jar $(REAL); \
	else \
	  $(MAKE) -s --no-print-directory $(PLAYGROUND_READY) && \
	    exec "$$JAVA_HOME/bin/java" $(JAVA_FLAGS) $(call CACHED,$(PLAYGROUND)) -Dquarkus.profile=dev -jar $(PLAYGROUND); \
	fi

# Runs from its sources, against the program that `make run` starts.
demo: $(PLAYGROUND_READY) ## Plays the guide's first use case by itself and prints the threads as they grow
	@$(FIND_JDK); exec "$$JAVA_HOME/bin/java" -cp 'target/playground/lib/main/*' src/test/java/dev/cowork/demo/Demo.java $(AT)

# Much of a story is waiting for what Slack's limits let through, and what starts processes waits for them: so three parts run
# at the same time, each with a port and a PostgreSQL of its own; what the second and the third say comes after. They do little
# of anything twice, so they do without the second compiler. The third needs no application made for the tests; what needs
# another one than the rest runs in the first, where it is made anyway.
APART := (ClaudeFaults|Evaluation|HouseBreach|HouseRules|KilledProcess|OwnPostgres)Test|(Dying|Outside|PanelRestart|Replacing|Restart|SocketMode|TwoReplicas)Story
INSTALLING := /Installing(Mutation)?Story
test: $(PLAYGROUND) ## Runs every test, on a PostgreSQL it brings along
	@$(MAKE_READY) & rehearsal=$$!; \
	$(FIND_JDK); ./mvnw -B test-compile; compiled=$$?; wait $$rehearsal; [ $$compiled -eq 0 ] || exit 1; \
	part() { \
	  ./mvnw -B surefire:test "-Dtests=%regex[$$1[.]class]" -Dquarkus.http.test-port=$$2 \
	    -Dcowork.test-database=test-database-$$2 "-DargLine=-Xmx1536m -XX:+UseSerialGC $$3"; \
	}; \
	echo "The stories run meanwhile; what they say goes to target/stories.log and target/processes.log."; \
	part '(?!.*/($(APART))[.])(?!.*$(INSTALLING)).*(Story|/slack/[^/]*Test)' 8091 -XX:TieredStopAtLevel=1 > target/stories.log 2>&1 & \
	stories=$$!; \
	part '.*/($(APART))' 8101 -XX:TieredStopAtLevel=1 > target/processes.log 2>&1 & processes=$$!; \
	trap 'kill $$stories $$processes 2>/dev/null' EXIT; trap 'exit 130' INT TERM; \
	part '(?!.*/($(APART))[.])(?!.*/slack/[^/]*Test[.])(.*Test|.*$(INSTALLING))' 8081; tests=$$?; \
	wait $$stories; told=$$?; wait $$processes; ended=$$?; \
	cat target/stories.log target/processes.log; \
	[ $$tests -eq 0 ] && [ $$told -eq 0 ] && [ $$ended -eq 0 ]

# Asks the real API, once for each answer of the cases under src/test/resources/eval: about a hundred and fifty requests.
eval: ## Has Claude answer the cases of the evaluation; needs ANTHROPIC_API_KEY, writes target/eval/report.md
	@[ -n "$${ANTHROPIC_API_KEY:-}" ] || \
	  { echo "Set ANTHROPIC_API_KEY to have Claude answer: ANTHROPIC_API_KEY=sk-ant-… make eval" >&2; exit 1; }; \
	$(FIND_JDK); $(MVNW) test -Dtest=EvalRun,PanelEvalRun -Dsurefire.failIfNoSpecifiedTests=false -Dspotless.check.skip=true

# The packaged program, because that is what runs in a real workspace; its Slack and its Claude are the tests' own.
# Both runs, half an hour, or one of them: CHAOS=ChaosRun.
CHAOS ?= ChaosRun,CrashPointsRun
chaos: $(REAL_READY) ## Kills, halts and cuts off three processes under load (CHAOS_MINUTES, CHAOS_SEED); nothing may be lost
	@$(FIND_JDK); $(MVNW) test -Dtest='$(CHAOS)' -Dspotless.check.skip=true

# Both read the configured database, whether the bot runs or not; docs/audit.md says what they write.
verify-audit: $(PLAYGROUND_READY) ## Proves the record of decisions; ANCHOR=118:3fa9… compares it with a post in Slack
	@$(FIND_JDK); exec "$$JAVA_HOME/bin/java" $(JAVA_FLAGS) $(call CACHED,$(PLAYGROUND)) -jar $(PLAYGROUND) verify-audit $(ANCHOR)

export-audit: $(PLAYGROUND_READY) ## Writes the record of decisions to FILE=audit.csv; FORM=jsonl, FROM=2026-01-01 TO=2026-03-31
	@$(FIND_JDK); exec "$$JAVA_HOME/bin/java" $(JAVA_FLAGS) $(call CACHED,$(PLAYGROUND)) -jar $(PLAYGROUND) export-audit \
	  $(or $(FORM),csv) $(or $(FILE),audit.$(or $(FORM),csv)) $(or $(FROM),$(if $(TO),1970-01-01)) $(TO)

load: $(PLAYGROUND_READY) ## Measures the program under load, for some minutes; nothing else should run meanwhile
	@$(FIND_JDK); ./mvnw -q -B test -Dtest=LoadRun -Dsurefire.failIfNoSpecifiedTests=false \
	  -DargLine="-Xmx1536m -Dcowork.load.strict=true -Dcowork.load.seconds=$(or $(SECONDS),60) -Dcowork.load.waves=$(or $(WAVES),6) -Dcowork.load.streams=$(or $(STREAMS),100)"

# The packaged program six times: one process, two and three, each crew at a PostgreSQL of its own.
turns: $(REAL_READY) ## Measures turns with one, two and three processes, for some minutes; nothing else should run meanwhile
	@$(FIND_JDK); ./mvnw -q -B test -Dtest=TurnsRun -Dsurefire.failIfNoSpecifiedTests=false -Dspotless.check.skip=true \
	  -DargLine="-Xmx1536m -Dsun.net.httpserver.nodelay=true -Dcowork.turns.strict=true -Dcowork.turns.rounds=$(or $(ROUNDS),5) -Dcowork.turns.seconds=$(or $(SECONDS),10) -Dcowork.turns.warm-up=$(or $(WARM_UP),30)"

impact-load: ## Measures import and dashboard with a million tickets (TICKETS), for some minutes; nothing else should run
	@$(FIND_JDK); ./mvnw -q -B test -Dtest=ImpactRun -Dsurefire.failIfNoSpecifiedTests=false \
	  -DargLine="-Xmx1536m -Dimpact.strict=true -Dimpact.tickets=$(or $(TICKETS),1000000)"

# Peers are fetched once, into target/bench: Bolt for JavaScript by npm. After that nothing touches the network.
BENCH_CLASSES := target/bench/classes/dev/cowork/bench/Bench.class
bench: $(REAL_READY) $(BENCH_CLASSES) target/bench/slack target/bench/bolt-js/node_modules target/bench/quarkus/quarkus-app/quarkus-run.jar ## Measures it beside its peers and holds it to docs/bench.md
	@$(FIND_JDK); exec "$$JAVA_HOME/bin/java" $(JAVA_FLAGS) -cp 'target/bench/classes:target/quarkus-app/app/*:target/quarkus-app/lib/main/*' \
	  dev.cowork.bench.Bench

fill: $(REAL_READY) $(BENCH_CLASSES) ## Makes a database as old as years of work (BENCH_SESSIONS, BENCH_TURNS, BENCH_WORKSPACES); may be stopped and gone on with
	@$(FIND_JDK); exec "$$JAVA_HOME/bin/java" $(JAVA_FLAGS) -cp 'target/bench/classes:target/quarkus-app/app/*:target/quarkus-app/lib/main/*' \
	  dev.cowork.bench.Fill

# Both runs, or one of them: AGES=AgeRun. The second one works on a copy, which takes as much room again.
AGES ?= AgeRun,RetentionRun
age: $(PLAYGROUND_READY) ## Measures what a person waits for in the database that `make fill` made, and retention beside intake in a copy
	@[ -d "$(or $(AGE),target/bench/postgres)" ] || { echo "make fill makes the database first, or AGE= says where it is." >&2; exit 1; }; \
	$(FIND_JDK); ./mvnw -q -B test -Dtest='$(AGES)' -Dsurefire.failIfNoSpecifiedTests=false -Dspotless.check.skip=true \
	  -DargLine="-Xmx1536m -Dcowork.age.postgres=$(or $(AGE),target/bench/postgres)"

$(BENCH_CLASSES): $(REAL_READY) $(wildcard src/bench/java/dev/cowork/bench/*.java)
	@$(FIND_JDK); "$$JAVA_HOME/bin/javac" -Xlint:all,-processing,-classfile,-path,-requires-automatic -d target/bench/classes -proc:none \
	  -cp 'target/quarkus-app/app/*:target/quarkus-app/lib/main/*' src/bench/java/dev/cowork/bench/*.java

target/bench/bolt-js/node_modules: src/bench/bolt-js/package.json src/bench/bolt-js/peer.cjs
	@command -v npm >/dev/null || { echo "make bench needs node and npm, for Bolt for JavaScript: https://nodejs.org" >&2; exit 1; }
	@mkdir -p target/bench/bolt-js && cp src/bench/bolt-js/* target/bench/bolt-js && \
	  cd target/bench/bolt-js && npm install --silent --no-audit --no-fund && touch node_modules

# The peer has Slack's client as it is, without our class in it.
target/bench/slack: pom.xml
	@$(FIND_JDK); $(MVNW) dependency:copy-dependencies -DincludeArtifactIds=slack-api-client -DoutputDirectory="$(CURDIR)/$@" && touch $@

target/bench/quarkus/quarkus-app/quarkus-run.jar: src/bench/quarkus/pom.xml src/bench/quarkus/src/main/java/dev/cowork/bench/bare/Door.java
	@$(FIND_JDK); $(MVNW) -f src/bench/quarkus/pom.xml package && touch $@

# The image brings the very Java that it was started with for practice: what is learnt then fits no other. Jib writes it down
# and, unless the base is a tar, fetches the base; no engine is asked.
IMAGE_BASE ?= docker.io/library/ubuntu:24.04
IMAGE_JAVA := java.se,jdk.unsupported,jdk.zipfs,jdk.management,jdk.jfr,jdk.naming.dns,jdk.localedata,jdk.charsets,jdk.net,jdk.crypto.cryptoki
image: $(REAL) target/image/jib ## Builds target/cowork-image.tar for `docker load`, without a Docker engine (IMAGE_BASE=tar:///a/base.tar)
	@$(FIND_JDK); rm -rf target/image/java target/image/cowork && \
	  "$$JAVA_HOME/bin/jlink" --add-modules $(IMAGE_JAVA) --strip-debug --no-header-files --no-man-pages --output target/image/java && \
	  cp -Rp target/quarkus-app target/image/cowork && rm -f target/image/cowork/cowork.aot target/image/cowork/rehearsed && \
	  echo "Rehearsing its start…" && cd target/image/cowork && { env -u JAVA_TOOL_OPTIONS ../java/bin/java $(JAVA_FLAGS) \
	    -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:AOTCacheOutput=cowork.aot -jar quarkus-run.jar rehearse > ../rehearsal.log 2>&1 || \
	    { echo "It cannot be rehearsed here: target/image/rehearsal.log says why." >&2; exit 1; }; } && \
	  cd ../../.. && "$$JAVA_HOME/bin/java" -cp 'target/image/jib/*' src/image/Image.java '$(IMAGE_BASE)' target/image target/cowork-image.tar

target/image/jib: src/image/pom.xml
	@$(FIND_JDK); $(MVNW) -f src/image/pom.xml dependency:copy-dependencies -DoutputDirectory="$(CURDIR)/$@" && touch $@

package: $(REAL_READY) ## Builds target/quarkus-app/quarkus-run.jar

# What is in the program is compared with what is known today: that list is on the network, and this build has none of it.
scan: $(REAL_READY) ## Looks up known holes in what the build brings along, by Trivy or Grype; fails on a critical one
	@[ -s target/bom.json ] || { echo "target/bom.json is missing: make clean package writes it." >&2; exit 1; }
	@if command -v trivy >/dev/null; then trivy sbom --severity CRITICAL --exit-code 1 target/bom.json; \
	elif command -v grype >/dev/null; then grype --fail-on critical sbom:target/bom.json; \
	else echo "make scan needs Trivy (https://trivy.dev) or Grype (https://github.com/anchore/grype), and the network." >&2; exit 1; fi

format: ## Formats the sources
	@$(FIND_JDK); $(MVNW) spotless:apply

dead: ## Lists what the running program has given up for good
	@curl --fail-with-body -sS $(RUNNING)/dead

replay: ## Has it tried once more: make replay REF=in-0a1b2c3d
	@curl --fail-with-body -sS -X POST -H "X-Operator: $${USER:-operator}" $(RUNNING)/dead/$(or $(REF),none)/replay

rotate-keys: ## Has the running program seal all tokens with the newest encryption key
	@curl --fail-with-body -sS -X POST -H "X-Operator: $${USER:-operator}" $(RUNNING)/keys/rotate

clean: ## Removes what was built; keeps the data in .cowork
	@rm -rf target

# Starts the build once for practice, with nothing of this machine's settings, so that later starts are short. Its jars
# must not be touched afterwards. A build without a cache is as good, but slower to start.
define REHEARSE
echo "Rehearsing its start…"; env -u JAVA_TOOL_OPTIONS "$$JAVA_HOME/bin/java" $(JAVA_FLAGS) -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
  -XX:AOTCacheOutput=$(dir $@)cowork.aot $(1) -jar $< rehearse > target/rehearsal.log 2>&1 || \
  echo "It cannot be rehearsed here (target/rehearsal.log says why): it will take longer to start."; touch $@
endef

$(REAL_READY): $(REAL)
	@$(FIND_JDK); $(call REHEARSE)

$(PLAYGROUND_READY): $(PLAYGROUND)
	@$(FIND_JDK); $(call REHEARSE,-Dquarkus.profile=dev)

$(REAL): $(SOURCES)
	@$(FIND_JDK); echo "Building Cowork…" && \
	  $(MVNW) package -Dmaven.test.skip=true -Dspotless.check.skip=true -Dcyclonedx.skip=false -Dquarkus.package.jar.type=aot-jar && touch $@

$(PLAYGROUND): $(SOURCES)
	@$(FIND_JDK); echo "Building the playground…" && \
	  $(MVNW) package -Dmaven.test.skip=true -Dspotless.check.skip=true -Dquarkus.profile=dev -Dquarkus.package.output-directory=playground \
	    -Dquarkus.package.jar.type=aot-jar && touch $@
