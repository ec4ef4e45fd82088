# Shared by deploy/up, deploy/down and deploy/status: finds the JDK, builds what is not built, runs the launcher.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
services='customer-service contact-service interaction-service reporting-service deploy/gateway'
built="$root/deploy/standalone/target/built"
class_path="$root/deploy/standalone/target/class-path"

say() { printf '%s\n' "$*" >&2; }

# Prints the home of a JDK of version 25 or newer.
find_jdk() {
  local candidate version
  for candidate in "${JAVA_HOME:-}" "$(java_on_path)" /usr/lib/jvm/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] && [ -r "$candidate/release" ]; then
      version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$candidate/release")
      if [ "${version:-0}" -ge 25 ]; then
        printf '%s\n' "$candidate"
        return 0
      fi
    fi
  done
  say 'Rapport needs a JDK of version 25 or newer, and none was found in JAVA_HOME, on the path or in /usr/lib/jvm.'
  say 'Install one, for example the package temurin-25-jdk from https://adoptium.net, or point JAVA_HOME to it.'
  return 1
}

java_on_path() {
  local java
  java=$(command -v java) || return 0
  dirname "$(dirname "$(readlink -f "$java")")"
}

is_built() {
  [ -f "$built" ] && [ -f "$class_path" ] && [ -z "$(changed_since_build)" ]
}

changed_since_build() {
  (cd "$root" && find pom.xml shared-kernel $services deploy/web deploy/standalone \
    \( -name target -o -name node_modules -o -name dist -o -path '*/src/test' \) -prune \
    -o -type f -newer "$built" -print | head -n 1)
}

build() {
  local modules
  modules=$(printf '%s,' $services)deploy/standalone
  say 'Building Rapport (a few minutes the first time) …'
  local begun="$root/deploy/standalone/target/build-begun"
  mkdir -p "$(dirname "$begun")"
  touch "$begun"
  (cd "$root" && JAVA_HOME="$jdk" ./mvnw -q -B -DskipTests package -pl "$modules" -am)
  # What changed while the build ran is built next time.
  mv "$begun" "$built"
}

launcher() {
  exec "$jdk/bin/java" -Xmx96m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xss512k \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Dlogback.configurationFile=io/rapport/standalone/launcher-logback.xml \
    -cp "$(echo "$root"/deploy/standalone/target/standalone-*.jar):$(cat "$class_path")" \
    io.rapport.standalone.Launcher "$@"
}

jdk=$(find_jdk)
