// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editwords.h"
#include "writtenturns.h"

#include <code/codehistory.h>
#include <code/linediff.h>

#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

CodeHistory historyOf(const WrittenTurns &turns, const QByteArray &patch = {})
{
    return CodeHistory::of(turns, patch, Progress());
}

QByteArray adding(const QByteArray &path, const QByteArray &text)
{
    const auto lines = text.count('\n');
    auto body = text.chopped(1);
    body.replace("\n", "\n+");
    return "diff --git a/" + path + " b/" + path + "\nnew file mode 100644\n--- /dev/null\n+++ b/" + path
        + "\n@@ -0,0 +1," + QByteArray::number(lines) + " @@\n+" + body + "\n";
}

QString finalInWords(const CodeHistory &history, const QString &path)
{
    const auto *file = history.finalFile(path);
    if (!file)
        return u"none"_s;
    QStringList lines;
    const auto texts = linesOf(file->text);
    for (qsizetype at = 0; at < texts.size(); ++at)
        lines.append(u"%1 %2 (%3)"_s.arg(file->numbers.at(std::size_t(at)))
                .arg(texts.at(at))
                .arg(file->writers.at(std::size_t(at))));
    return (file->exists ? file->isWhole ? u"whole: "_s : u"part: "_s : u"gone: "_s) + lines.join(u"; "_s);
}

QString coverageInWords(const CodeHistory &history)
{
    return u"%1 of %2"_s.arg(history.coverage().known).arg(history.coverage().lines);
}

} // namespace

class TestCodeHistory : public QObject
{
    Q_OBJECT

private slots:
    void untouchedLinesKeepTheirWriter();
    void commandsThatMayNotHaveRun_data();
    void commandsThatMayNotHaveRun();
    void whatNobodyKnowsStaysUnknown();
    void thePatchConfirms();
    void thePatchContradicts();
    void partsOfChangedFiles();
    void askedEditsWaitForTheirResult();
    void reportsTakeThePlaceOfRequests();
    void reportsShowUnseenChanges();
    void reportsShowTheBase();
    void diffsAreReported();
    void filesMove();
    void editsAreTakenBack();
    void pathsAreOfTheWorkspace();
    void pathsOfLogsAreFound();
    void viewsAreNoContent();
    void nothingToReadIsUnknown();
    void cancelledIsEmpty();
    void manyVersionsFitInMemory();
    void sizesDoNotHurt();
};

void TestCodeHistory::untouchedLinesKeepTheirWriter()
{
    WrittenTurns turns;
    turns.runs(u"cat > a.js <<'E'\none\ntwo\nthree\nE"_s).ends(0);
    turns.runs(u"sed -i 's/two/zwei/' a.js"_s).ends(0);
    turns.runs(u"cat > a.js <<'E'\nzero\none\nzwei\nthree\nE"_s).ends(0);
    turns.runs(u"echo four >> a.js && rm -f b.js"_s).ends(0);
    const auto history = historyOf(turns, adding("a.js", "zero\none\nzwei\nthree\nfour\n"));
    QCOMPARE(versionsInWords(history, u"a.js"_s),
        QStringList({u"0 replayed |one¶two¶three¶| 0,0,0"_s, u"2 replayed |one¶zwei¶three¶| 0,2,0"_s,
            u"4 replayed |zero¶one¶zwei¶three¶| 4,0,2,0"_s, u"6 exact |zero¶one¶zwei¶three¶four¶| 4,0,2,0,6"_s}));
    QCOMPARE(finalInWords(history, u"a.js"_s), u"whole: 1 zero (4); 2 one (0); 3 zwei (2); 4 three (0); 5 four (6)"_s);
    QCOMPARE(coverageInWords(history), u"5 of 5"_s);
    QCOMPARE(history.paths(), QStringList({u"a.js"_s}));
    QCOMPARE(history.touchedBy(2), QStringList({u"a.js"_s}));
    QCOMPARE(history.versionAt(u"a.js"_s, 3)->turn, 2);
    QVERIFY(!history.versionAt(u"b.js"_s, 9));
}

void TestCodeHistory::commandsThatMayNotHaveRun_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("output");
    QTest::addColumn<QString>("knowledge");
    const auto row = [](const char *name, const char *command, int code, const char *output, const char *knowledge) {
        QTest::newRow(name) << QString::fromUtf8(command) << code << QString::fromUtf8(output)
                            << QString::fromUtf8(knowledge);
    };
    row("success", "echo x > a.js", 0, "", "replayed");
    row("failed itself", "echo x > a.js", 1, "", "unknown");
    row("failed later", "echo x > a.js; npm test", 1, "", "replayed");
    row("killed later", "echo x > a.js; pkill node", -15, "", "replayed");
    row("killed before", "pkill node; echo x > a.js", -15, "", "unknown");
    row("program before", "npm test; echo x > a.js; ls q", 2, "", "replayed");
    row("needed success", "npm test && echo x > a.js", 1, "", "unknown");
    row("had success", "npm test && echo x > a.js", 0, "", "replayed");
    row("folder not there", "cd src && echo x > a.js", 1, "bash: line 1: cd: src: No such file or directory", "none");
    row("folder there", "cd /repository && echo x > a.js\nnpm test", 1, "", "replayed");
    row("could not write", "echo x > a.js; ls", 0, "bash: line 1: a.js: Permission denied", "unknown");
    row("syntax", "echo x > a.js; ls", 2, "bash: -c: line 1: syntax error near unexpected token `('", "unknown");
    row("cut output", "mkdir q && echo x > a.js; cat log", 1, "<output_head>x</output_head> 3 characters elided",
        "unknown");
}

void TestCodeHistory::commandsThatMayNotHaveRun()
{
    QFETCH(const QString, command);
    QFETCH(const int, code);
    QFETCH(const QString, output);
    QFETCH(const QString, knowledge);
    WrittenTurns turns;
    turns.runs(command).ends(code, output);
    const auto words = versionsInWords(historyOf(turns), u"a.js"_s);
    QCOMPARE(words.isEmpty() ? u"none"_s : words.first().split(u' ').at(1), knowledge);
}

void TestCodeHistory::whatNobodyKnowsStaysUnknown()
{
    WrittenTurns turns;
    turns.runs(u"cat > a.py <<'E'\none\ntwo\nE"_s).ends(0);
    turns.runs(u"python - <<'E'\np='a.py'\ns=open(p).read()\nopen(p,'w').write(s.upper())\nE"_s).ends(0);
    turns.runs(u"sed -i 's/one/1/' a.py"_s).ends(0);
    turns.runs(u"cat > a.py <<'E'\none\n2\nE"_s).ends(0);
    turns.runs(u"sed -i 's/x.*/1/' a.py b.py"_s).ends(0);
    const auto history = historyOf(turns);
    QCOMPARE(versionsInWords(history, u"a.py"_s),
        QStringList({u"0 replayed |one¶two¶| 0,0"_s, u"2 unknown || "_s, u"4 unknown || "_s,
            u"6 replayed |one¶2¶| 6,6"_s, u"8 unknown || "_s}));
    QCOMPARE(versionsInWords(history, u"b.py"_s), QStringList({u"8 unknown || "_s}));
    QVERIFY(history.versions(u"a.py"_s).at(1).how.contains(u"python - <<'E'"));
}

void TestCodeHistory::thePatchConfirms()
{
    WrittenTurns turns;
    turns.runs(u"cat > a.py <<'E'\none\ntwo\nE"_s).ends(0);
    turns.runs(u"black a.py; touch c.py"_s).ends(0);
    turns.runs(u"npm test && cat > b.py <<'E'\nx\nE"_s).ends(1);
    const auto history
        = historyOf(turns, adding("a.py", "one\ntwo\n") + adding("b.py", "x\n") + adding("d.py", "1\n2\n"));
    QCOMPARE(versionsInWords(history, u"a.py"_s),
        QStringList({u"0 replayed |one¶two¶| 0,0"_s, u"2 exact |one¶two¶| 0,0"_s}));
    QCOMPARE(versionsInWords(history, u"b.py"_s), QStringList({u"4 exact |x¶| 4"_s}));
    QCOMPARE(versionsInWords(history, u"c.py"_s), QStringList({u"2 unknown || "_s}));
    QCOMPARE(finalInWords(history, u"d.py"_s), u"whole: 1 1 (-1); 2 2 (-1)"_s);
    QCOMPARE(coverageInWords(history), u"3 of 5"_s);
}

void TestCodeHistory::thePatchContradicts()
{
    WrittenTurns turns;
    turns.runs(u"cat > a.py <<'E'\none\ntwo\nthree\nE"_s).ends(0);
    turns.runs(u"echo x > b.py"_s).ends(0);
    turns.runs(u"rm b.py"_s).ends(0);
    const auto history = historyOf(turns, adding("a.py", "one\n2\nthree\n") + adding("b.py", "x\n"));
    QCOMPARE(finalInWords(history, u"a.py"_s), u"whole: 1 one (0); 2 2 (-1); 3 three (0)"_s);
    QCOMPARE(versionsInWords(history, u"a.py"_s), QStringList({u"0 replayed |one¶two¶three¶| 0,0,0"_s}));
    QVERIFY(history.versions(u"a.py"_s).back().how.contains(u"another text"));
    QCOMPARE(finalInWords(history, u"b.py"_s), u"whole: 1 x (-1)"_s);
}

void TestCodeHistory::partsOfChangedFiles()
{
    const QByteArray patch
        = "diff --git a/a.py b/a.py\n--- a/a.py\n+++ b/a.py\n@@ -1,2 +1,3 @@\n top\n+new\n old\n@@ -9 "
          "+10,2 @@\n nine\n+ten\n";
    WrittenTurns turns;
    turns.reports(content(
        u"/repository/a.py"_s, u"top\nnew\nold\n3\n4\n5\n6\n7\n8\nnine\n"_s, u"top\nold\n3\n4\n5\n6\n7\n8\nnine\n"_s));
    turns.runs(u"echo ten >> a.py"_s).ends(0);
    const auto history = historyOf(turns, patch);
    QCOMPARE(finalInWords(history, u"a.py"_s).left(50), u"whole: 1 top (-2); 2 new (0); 3 old (-2); 4 3 (-2)"_s);
    QCOMPARE(coverageInWords(history), u"2 of 2"_s);

    WrittenTurns fewer;
    fewer.runs(u"sed -i '1a new' a.py"_s).ends(0);
    const auto unknown = historyOf(fewer, patch);
    QCOMPARE(
        finalInWords(unknown, u"a.py"_s), u"part: 1 top (-2); 2 new (-1); 3 old (-2); 10 nine (-2); 11 ten (-1)"_s);
    QCOMPARE(coverageInWords(unknown), u"0 of 2"_s);
}

void TestCodeHistory::askedEditsWaitForTheirResult()
{
    WrittenTurns turns;
    turns.asks(content(u"/testbed/a.py"_s, u"one\ntwo\n"_s), u"c1"_s);
    turns.asks(replacing(u"/testbed/a.py"_s, u"two"_s, u"2"_s), u"c2"_s);
    turns.fails(u"No match."_s, u"c2"_s).ends(0, {}, u"c1"_s);
    turns.asks(replacing(u"/testbed/a.py"_s, u"one\n"_s, u"1\n1b\n"_s)).ends({}, u"Edited."_s);
    turns.asks(replacing(u"/testbed/a.py"_s, u"two"_s, u"zwei"_s)).runs({});
    const auto history = historyOf(turns);
    QCOMPARE(versionsInWords(history, u"a.py"_s),
        QStringList({u"0 replayed |one¶two¶| 0,0"_s, u"4 replayed |1¶1b¶two¶| 4,4,0"_s, u"6 unknown || "_s}));
}

void TestCodeHistory::reportsTakeThePlaceOfRequests()
{
    WrittenTurns turns;
    turns.asks(content(u"/w/a.py"_s, u"one"_s), u"c1"_s).reports(content(u"/w/a.py"_s, u"one\n"_s), u"c1"_s);
    turns.asks(replacing(u"/w/a.py"_s, u"one"_s, u"1"_s), u"c2"_s);
    turns.ends({}, u"done"_s, u"c2"_s).reports(content(u"/w/a.py"_s, u"1\n"_s, u"one\n"_s), u"c2"_s);
    QCOMPARE(versionsInWords(historyOf(turns, adding("a.py", "1\n")), u"a.py"_s),
        QStringList({u"0 exact |one¶| 0"_s, u"2 exact |1¶| 2"_s}));
}

void TestCodeHistory::reportsShowUnseenChanges()
{
    WrittenTurns turns;
    turns.reports(content(u"/w/a.py"_s, u"one\ntwo\n"_s));
    turns.runs(u"make generate"_s).ends(0);
    turns.reports(content(u"/w/a.py"_s, u"one\nextra\n2\n"_s, u"one\nextra\ntwo\n"_s));
    QCOMPARE(versionsInWords(historyOf(turns, adding("a.py", "one\nextra\n2\n")), u"a.py"_s),
        QStringList({u"0 exact |one¶two¶| 0,0"_s, u"1 unknown || "_s, u"3 exact |one¶extra¶2¶| 0,?,3"_s}));
}

void TestCodeHistory::reportsShowTheBase()
{
    WrittenTurns turns;
    turns.reports(content(u"/w/a.py"_s, u"one\n2\n"_s, u"one\ntwo\n"_s));
    QCOMPARE(versionsInWords(historyOf(turns), u"a.py"_s),
        QStringList({u"-1 exact |one¶two¶| b,b"_s, u"0 exact |one¶2¶| b,0"_s}));
}

void TestCodeHistory::diffsAreReported()
{
    FileEdit diff;
    diff.kind = FileEdit::Kind::Diff;
    diff.path = u"/w/a.py"_s;
    diff.after = u"--- a/a.py\n+++ b/a.py\n@@ -1,2 +1,2 @@\n one\n-two\n+2\n"_s;
    WrittenTurns turns;
    turns.reports(content(u"/w/a.py"_s, u"one\ntwo\n"_s)).reports(diff).reports(diff);
    QCOMPARE(versionsInWords(historyOf(turns), u"a.py"_s),
        QStringList({u"0 exact |one¶two¶| 0,0"_s, u"1 exact |one¶2¶| 0,1"_s, u"2 unknown || "_s}));
}

void TestCodeHistory::filesMove()
{
    WrittenTurns turns;
    turns.runs(u"mkdir -p src lib; echo x > src/a.js; echo y > src/b.js"_s).ends(0);
    turns.runs(u"cp src/a.js lib"_s).ends(0);
    turns.runs(u"mv src core"_s).ends(0);
    turns.runs(u"rm -rf core/b.js lib"_s).ends(0);
    const auto history = historyOf(turns, adding("core/a.js", "x\n"));
    QStringList all;
    for (const auto &path : history.paths())
        all.append(path + u": " + versionsInWords(history, path).join(u"; "_s));
    QCOMPARE(all,
        QStringList({u"core/a.js: 4 exact |x¶| 0"_s, u"core/b.js: 4 replayed |y¶| 0; 6 gone replayed || "_s,
            u"lib/a.js: 2 replayed |x¶| 2; 6 gone replayed || "_s,
            u"src/a.js: 0 replayed |x¶| 0; 4 gone replayed || "_s,
            u"src/b.js: 0 replayed |y¶| 0; 4 gone replayed || "_s}));
}

void TestCodeHistory::editsAreTakenBack()
{
    FileEdit undo;
    undo.kind = FileEdit::Kind::Undo;
    undo.path = u"/w/a.py"_s;
    WrittenTurns turns;
    turns.asks(content(u"/w/a.py"_s, u"one\n"_s)).ends({}, u"ok"_s);
    turns.asks(replacing(u"/w/a.py"_s, u"one"_s, u"1"_s)).ends(0, u"ok"_s);
    turns.asks(undo).ends(0, u"ok"_s);
    turns.asks(undo).ends(0, u"ok"_s);
    QCOMPARE(versionsInWords(historyOf(turns), u"a.py"_s),
        QStringList({u"0 replayed |one¶| 0"_s, u"2 replayed |1¶| 2"_s, u"4 replayed |one¶| 0"_s, u"6 unknown || "_s}));
}

void TestCodeHistory::pathsAreOfTheWorkspace()
{
    WrittenTurns turns;
    turns.reports(content(u"/home/agent/proj/src/a.py"_s, u"x\n"_s));
    turns
        .runs(u"echo y > b.py; echo z > ../../c.py; echo t > /tmp/d.py; mkdir -p node_modules/q"_s, {},
            u"/home/agent/proj/src"_s)
        .ends(0);
    turns.runs(u"cp /tmp/d.py ./e.py; echo > node_modules/q/i.js"_s).ends(0);
    const auto history = historyOf(turns, adding("src/a.py", "x\n"));
    QCOMPARE(history.paths(), QStringList({u"e.py"_s, u"src/a.py"_s, u"src/b.py"_s}));
    QCOMPARE(versionsInWords(history, u"e.py"_s), QStringList({u"3 replayed |t¶| 3"_s}));
}

void TestCodeHistory::pathsOfLogsAreFound()
{
    WrittenTurns turns;
    turns.runs(u"mkdir -p src lib; echo x > src/app.js; echo x > lib/app.js; echo y > src/db.js"_s).ends(0);
    const auto history = historyOf(turns, adding("src/app.js", "x\n"));
    QStringList found;
    for (const auto *path :
        {"src/app.js", "/repository/src/db.js", "/app/build/src/app.js", "db.js", "app.js", "./lib/app.js",
            "file:///x/lib/app.js", "/usr/lib/python3/app.js", "/x/node_modules/y/db.js", "none.js", "", "/etc/app.js"})
        found.append(history.resolved(QString::fromUtf8(path)));
    QCOMPARE(found.join(u' '), u"src/app.js src/db.js src/app.js src/db.js  lib/app.js lib/app.js     "_s);
}

void TestCodeHistory::viewsAreNoContent()
{
    WrittenTurns turns;
    turns.runs(u"cat a.py"_s).ends(0, u"one\ntwo\n"_s);
    turns.runs(u"sed -i 's/one/1/' a.py"_s).ends(0);
    QCOMPARE(versionsInWords(historyOf(turns), u"a.py"_s), QStringList({u"2 unknown || "_s}));
}

void TestCodeHistory::nothingToReadIsUnknown()
{
    WrittenTurns turns;
    turns.runs({});
    const auto history = historyOf(turns, adding("a.py", "1\n2\n"));
    QCOMPARE(coverageInWords(history), u"0 of 2"_s);
    QCOMPARE(history.paths(), QStringList({u"a.py"_s}));
    QVERIFY(!history.versionAt(u"a.py"_s, 5));
    QVERIFY(historyOf(WrittenTurns()).paths().isEmpty());
}

void TestCodeHistory::cancelledIsEmpty()
{
    WrittenTurns turns;
    turns.runs(u"echo x > a"_s).ends(0);
    QVERIFY(CodeHistory::of(turns, adding("a.py", "1\n"), Progress([] { return true; })).paths().isEmpty());
}

void TestCodeHistory::manyVersionsFitInMemory()
{
    WrittenTurns turns;
    turns.reports(content(u"/w/a.js"_s, u"let x = 1;\n"_s.repeated(20'000)));
    for (int edit = 0; edit < 300; ++edit)
        turns.runs(u"echo '// %1' >> a.js; sed -i '%1d' a.js"_s.arg(edit + 1)).ends(0);
    const auto history = historyOf(turns, adding("a.js", "x\n"));
    qint64 kept = 0;
    for (const auto &version : history.versions(u"a.js"_s))
        kept += version.text.size() * 2 + qint64(version.writers.size()) * 4;
    QVERIFY2(kept <= 64'000'000, qPrintable(QString::number(kept)));
    QVERIFY(history.versions(u"a.js"_s).front().how.contains(u"too large"));
    QCOMPARE(history.versions(u"a.js"_s).back().writers.size(), std::size_t(20'000));
}

/// Any of these takes hours where the work grows with the square of the input.
void TestCodeHistory::sizesDoNotHurt()
{
    WrittenTurns turns;
    QString command;
    for (int file = 0; file < 5'000; ++file)
        command += u"echo x > d/f%1.js\n"_s.arg(file);
    turns.runs(command).ends(0);
    for (int round = 0; round < 100; ++round)
        turns.runs(u"rm -rf nothing\nsed -i s/a.b/c/ *.py\nblack .\n"_s).ends(0);
    const auto history = historyOf(turns);
    QCOMPARE(history.paths().size(), 5'000);
}

QTEST_GUILESS_MAIN(TestCodeHistory)
#include "tst_codehistory.moc"
