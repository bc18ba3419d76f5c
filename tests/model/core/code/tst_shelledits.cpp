// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editwords.h"

#include <code/shelledits.h>

#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

class TestShellEdits : public QObject
{
    Q_OBJECT

private slots:
    void commandsAreRead_data();
    void commandsAreRead();
    void reachIsFollowed_data();
    void reachIsFollowed();
    void oddTextsEnd_data();
    void oddTextsEnd();
};

void TestShellEdits::commandsAreRead_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const char *command, QStringList expected) {
        QTest::newRow(name) << QString::fromUtf8(command) << std::move(expected);
    };
    row("nothing", "", {});
    row("quoted here-document", "cat > a.js <<'EOF'\nlet x = `$y`;\nEOF\n", {u"content a.js |let x = `$y`;¶"_s});
    row("redirection behind it", "cat <<'EOF' > a.js\nx\nEOF", {u"content a.js |x¶"_s});
    row("unquoted, nothing to do", "cat <<EOF > a.js\nprice 5 $ and \"quotes\"\nEOF",
        {u"content a.js |price 5 $ and \"quotes\"¶"_s});
    row("unquoted with escapes", "cat <<EOF > a.js\n\\$x \\`y\\` \\\\ \\n\nEOF", {u"content a.js |$x `y` \\ \\n¶"_s});
    row("unquoted with a variable", "cat <<EOF > a.js\n$HOME\nEOF", {u"opaque a.js"_s});
    row("unquoted with a substitution", "cat <<EOF > a.js\n`date`\nEOF", {u"opaque a.js"_s});
    row("tabs taken off", "cat > m <<-\\EOF\n\t\tx\n\ty\n\tEOF\n", {u"content m |x¶y¶"_s});
    row("two documents in a line", "cat > a <<'A'; cat > b <<'B'\n1\nA\n2\nB\n",
        {u"content a |1¶"_s, u"content b |2¶"_s});
    row("document never ends", "cat > a <<'EOF'\nx\n", {u"opaque a"_s});
    row("appended", "cat >> a <<'EOF'\nx\nEOF", {u"append a |x¶"_s});
    row("tee", "tee -a a b > /dev/null <<'EOF'\nx\nEOF", {u"append a |x¶"_s, u"append b |x¶"_s});
    row("tee in a pipe", "cat <<'EOF' | tee a\nx\nEOF", {u"content a |x¶"_s});
    row("tee of a program", "npm test | tee log.txt", {u"opaque log.txt"_s});
    row("echo", "echo 'a b'  c > f; echo -n x >> f; echo -e 'a\\nb' > g",
        {u"content f |a b c¶"_s, u"append f |x"_s, u"content g |a¶b¶"_s});
    row("echo whose backslashes depend on the shell", "echo 'a\\nb' > f", {u"opaque f"_s});
    row("printf", "printf 'a\\n%s=%%\\t' x y > f", {u"content f |a¶x=%→a¶y=%→"_s});
    row("printf of a number", "printf '%d' 1 > f", {u"opaque f"_s});
    row("empty files", ": > a; > b; true > c; touch d",
        {u"content a |"_s, u"content b |"_s, u"content c |"_s, u"append d |"_s});
    row("here-string", "cat <<< 'x y' > f", {u"content f |x y¶"_s});
    row("ANSI quotes", "printf '%s' $'a\\tb\\'' > f", {u"content f |a→b'"_s});
    row("word pieces", "echo a'b'\"c\"\\ d > 'my 'f\\ 1", {u"content my f 1 |abc d¶"_s});
    row("line continued", "echo a \\\n  b > f", {u"content f |a b¶"_s});
    row("comments", "# echo x > no\necho y > f # > g\n", {u"content f |y¶"_s});
    row("folders", "cd src && echo x > a && cd .. && echo y > b", {u"content src/a |x¶"_s, u"content src/../b |y¶"_s});
    row("folder of a subshell", "(cd src && echo x > a); echo y > b", {u"content src/a |x¶"_s, u"content b |y¶"_s});
    row("folder nobody knows", "cd \"$D\" && echo x > a", {u"opaque */a"_s});
    row("sed", "sed -i 's/foo/bar/g' a b", {u"replace all a |foo|bar|"_s, u"replace all b |foo|bar|"_s});
    row("sed once a line", "sed -i -e 's|a/b\\.c|x\\&y|' f", {u"replace first f |a/b.c|x&y|"_s});
    row("sed in lines", "sed -i '2,4s/a/b/g' f", {u"replace all 2-4 f |a|b|"_s});
    row("sed deletes", "sed -i '3d;7,9d' f", {u"lines 7-9 f |"_s, u"lines 3-3 f |"_s});
    row("sed inserts", "sed -i '4i\\  text' f; sed -i '4a more' f; sed -i '5c new' f",
        {u"insert 3 f |  text"_s, u"insert 4 f |more"_s, u"lines 5-5 f |new"_s});
    row("sed with an expression", "sed -i 's/a.c/x/' f", {u"opaque f"_s});
    row("sed with a group", "sed -i -E 's/(a)/\\1/' f", {u"opaque f"_s});
    row("sed with an address", "sed -i '/x/d' f", {u"opaque f"_s});
    row("sed with a variable", "sed -i \"s/a/$B/\" f", {u"opaque f"_s});
    row("sed with a back-up", "sed -i.bak 's/a/b/' f", {u"opaque f"_s});
    row("sed that prints", "sed -n '1,20p' f", {});
    row("moves", "mv a b; mv -f a b c; cp -r x y/; rm -rf d e",
        {u"move a > b"_s, u"move a > c/"_s, u"move b > c/"_s, u"copy x > y/"_s, u"delete d"_s, u"delete e"_s});
    row("patterns", "rm -f *.log src/*; mv *.js src/",
        {u"opaque *.log"_s, u"opaque src/*"_s, u"opaque *.js"_s, u"opaque src/"_s});
    row("braces", "touch src/{a,b}/__init__.py", {u"append src/a/__init__.py |"_s, u"append src/b/__init__.py |"_s});
    row("variables", "F=src/a.js\necho x > $F; echo y > ${F}.bak",
        {u"content src/a.js |x¶"_s, u"content src/a.js.bak |y¶"_s});
    row("variable nobody knows", "echo x > $F; echo y > \"$D/a.js\"", {u"opaque any"_s, u"opaque */a.js"_s});
    row("conditions", "if [ -f a ]; then echo x > b; else rm c; fi; echo y > d",
        {u"opaque b"_s, u"opaque c"_s, u"content d |y¶"_s});
    row("loops", "for f in a b; do sed -i 's/x/y/' $f; done > log.txt",
        {u"opaque a"_s, u"opaque b"_s, u"opaque log.txt"_s});
    row("functions", "f() { echo x > a; }\nf; echo y > b", {u"opaque a"_s, u"content b |y¶"_s});
    row("cases", "case $x in a|b) echo x > f;; *) rm g;; esac; echo y > h",
        {u"opaque f"_s, u"opaque g"_s, u"content h |y¶"_s});
    row("tests", "[[ $a > b && -f c ]]; echo x > d; if [[ -f x ]]; then echo y > e; fi",
        {u"content d |x¶"_s, u"opaque e"_s});
    row("arithmetic", "((a > b)); x=$((1 << 2)); echo x > f", {u"content f |x¶"_s});
    row("in the background", "node server.js > server.log 2>&1 & sleep 1", {u"opaque server.log"_s});
    row("errors elsewhere", "node a.js 2> err.txt >/dev/null; make &> all.log",
        {u"opaque err.txt"_s, u"opaque all.log"_s});
    row("git apply",
        "git apply <<'EOF'\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\ndiff --git a/n b/n\nnew file mode 100644\n--- "
        "/dev/null\n+++ b/n\n@@ -0,0 +1 @@\n+1\ndiff --git a/o b/o\ndeleted file mode 100644\n--- a/o\n+++ "
        "/dev/null\n@@ -1 +0,0 @@\n-1\nEOF",
        {u"diff x |--- a/x¶+++ b/x¶@@ -1,1 +1,1 @@¶-a¶+b¶"_s, u"content n |1¶"_s, u"delete o"_s});
    row("git apply of a file", "git apply fix.patch", {u"opaque any"_s});
    row("git that only looks", "git status && git diff > d.txt && git stash list && git checkout -b new",
        {u"opaque d.txt"_s});
    row("git that takes one file back", "git checkout src/a.js; git checkout release/1.2",
        {u"opaque src/a.js"_s, u"opaque any"_s});
    row("git that changes", "git checkout -- a.js && git reset --hard", {u"opaque a.js"_s, u"opaque any"_s});
    row("inline Python",
        "python3 - <<'EOF'\np = 'src/a.py'\ns = open(p).read()\nopen(p, 'w').write(s.replace('a', 'b'))\nEOF",
        {u"opaque src/a.py"_s});
    row("inline Python that reads", "python3 -c \"import json; print(json.load(open('a.json')))\"", {});
    row("inline Python that writes who knows where",
        "python - <<'EOF'\nimport sys\nopen(sys.argv[1], 'w').write('x')\nEOF", {u"opaque any"_s});
    row("inline Python with pathlib",
        "python - <<'EOF'\nfrom pathlib import Path\nPath('a.py').write_text('x')\nf = "
        "Path('b.py')\nf.write_text('y')\nEOF",
        {u"opaque a.py"_s, u"opaque b.py"_s});
    row("inline Node", "node -e \"const fs=require('fs'); fs.writeFileSync('a.json', '{}')\"", {u"opaque a.json"_s});
    row("perl in place", "perl -pi -e 's/a/b/' x.js", {u"opaque x.js"_s});
    row("shell within", "bash -c 'echo x > a'", {u"opaque a"_s});
    row("find and xargs",
        "find . -name '*.pyc' -delete; find src -name '*.js' -exec sed -i 's/a/b/' {} +; ls | xargs rm",
        {u"opaque *.pyc"_s, u"opaque src/*.js"_s, u"opaque any"_s});
    row("packages", "npm init -y && npm install express && pip install flask",
        {u"opaque package.json"_s, u"opaque package-lock.json"_s, u"opaque package.json"_s,
            u"opaque package-lock.json"_s});
    row("programs", "mkdir -p a/b; curl -s http://x | jq .; kill 1; pytest -q; ls -la > /dev/null 2>&1", {});
    row("formatters", "black src a.py; prettier --check x.js", {u"opaque src"_s, u"opaque src/*"_s, u"opaque a.py"_s});
    row("quote never ends", "echo x > a; echo 'y > b", {u"opaque a"_s});
}

void TestShellEdits::commandsAreRead()
{
    QFETCH(const QString, command);
    QFETCH(const QStringList, expected);
    QStringList printed;
    for (const auto &edit : shellEdits(command))
        printed.append(inWords(edit));
    QCOMPARE(printed, expected);
}

void TestShellEdits::reachIsFollowed_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *command, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(command) << QString::fromUtf8(expected);
    };
    row("alone", "echo x > a", "a last");
    row("first", "echo x > a; npm test", "a");
    row("behind a program", "npm test; echo x > a", "a end last");
    row("behind a folder", "cd b && echo x > a", "b/a quiet last");
    row("behind a folder and a line end", "cd b\necho x > a", "b/a quiet last");
    row("after success", "npm test && echo x > a", "a success last");
    row("after success, not at the end", "npm test && echo x > a; ls", "opaque");
    row("after success or not", "npm test && echo x > a || true", "opaque");
    row("after failure", "npm test || echo x > a", "opaque");
    row("left on failure", "npm test || exit 1\necho x > a", "a end success last");
    row("folder or leave", "cd b || exit 1; echo x > a", "b/a quiet last");
    row("left in a group", "npm test || { echo no; exit 1; }\necho x > a", "a end success last");
    row("left", "exit 0; echo x > a", "opaque");
    row("stops at errors", "set -e\nnpm test\necho x > a", "a end success last");
    row("in the background before", "npm start & echo x > a", "a last");
    row("negated", "! npm test && echo x > a", "opaque");
    row("line ends behind and", "npm test &&\n  echo x > a\n", "a success last");
    row("one after the other", "echo x > a && echo y > b && npm test", "a; b quiet");
    row("complaints sent away", "cd b 2>/dev/null && echo x > a", "b/a success last");
}

void TestShellEdits::reachIsFollowed()
{
    QFETCH(const QString, command);
    QFETCH(const QString, expected);
    QStringList printed;
    for (const auto &found : shellScript(command).edits)
        printed.append(found.edit.kind == FileEdit::Kind::Opaque ? u"opaque"_s : reachInWords(found));
    QCOMPARE(printed.join(u"; "_s), expected);
}

void TestShellEdits::oddTextsEnd_data()
{
    QTest::addColumn<QString>("command");
    for (const auto *text :
        {"$(", "${", "`", "\"", "'", "((", "[[", "<<", "<(", "{", "(", "if ", "case a in ", "f() {", "a=(", "\\", "&&",
            "||", "|", "> ", "<<<", "<<E\n", "$((", "\"$(", "{a,", "for a in ", "do ", "esac ", ") "}) {
        QTest::newRow(text) << QString::fromUtf8(text);
        QTest::addRow("many %s", text) << QString::fromUtf8(text).repeated(20'000);
    }
}

void TestShellEdits::oddTextsEnd()
{
    QFETCH(const QString, command);
    for (const auto &edit : shellEdits(command + u"echo x > a"_s))
        QVERIFY2(edit.kind == FileEdit::Kind::Opaque || edit.path == u"a"_s, qPrintable(inWords(edit)));
}

QTEST_GUILESS_MAIN(TestShellEdits)
#include "tst_shelledits.moc"
