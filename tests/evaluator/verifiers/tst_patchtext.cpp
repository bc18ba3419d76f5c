// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/shareddata.h>
#include <verifiers/patchtext.h>
#include <verifiers/textscan.h>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

QString escaped(std::string_view text)
{
    return textOf(text).replace(u'\n', u"\\n"_s);
}

/// Each file as "path: number text, number text".
QStringList printed(const PatchText &patch)
{
    QStringList lines;
    for (const auto &file : patch.files) {
        QStringList added;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            const auto end = i + 1 < file.lines.size() ? file.lines[i + 1].offset - 1 : file.added.size();
            const auto text = file.added.substr(file.lines[i].offset, end - file.lines[i].offset);
            added.append(QString::number(file.lines[i].number) + u' ' + escaped(text));
        }
        lines.append(textOf(file.path) + u": " + added.join(u", "));
    }
    return lines;
}

QStringList printed(const QByteArray &patch)
{
    return printed(readPatch(patch));
}

QStringList touched(const QByteArray &patch)
{
    QStringList paths;
    for (const auto &path : readPatch(patch).touchedPaths)
        paths.append(escaped(path));
    return paths;
}

} // namespace

class TestPatchText : public QObject
{
    Q_OBJECT

private slots:
    void addedLinesKnowTheirNumbers()
    {
        QCOMPARE(printed("diff --git a/x b/x\nindex 1..2\n--- a/x\n+++ b/x\n@@ -1,4 +1,4 @@ f\n a\n-b\n+B\n c\n"
                         "@@ -20,2 +20,3 @@\n \n+D\n+E\n z\n"),
            QStringList({u"x: 2 B, 21 D, 22 E"_s}));
    }

    void skippedLinesAreCounted()
    {
        QCOMPARE(printed("diff --git a/x b/x\n@@ -0,0 +1,5 @@\n+a\n+++i\n+b\n++- y\n---i\n+c\n"),
            QStringList({u"x: 1 a, 3 b, 4 +- y, 5 c"_s}));
    }

    void hunkLengthsNeedNotBeTrue()
    {
        QCOMPARE(printed("diff --git a/x b/x\n@@ -1 +7 @@\n+a\n+b\n\n+c\n"), QStringList({u"x: 7 a, 8 b, 10 c"_s}));
    }

    void linesOutsideHunksHaveNoNumber()
    {
        QCOMPARE(printed("+before\ndiff --git a/x b/x\n+a\n@@ -1 +99999999999 @@\n+b\n@@ nonsense\n+c\n@@ -1\n+d\n"),
            QStringList({u"x: 0 a, 0 b, 0 c, 0 d"_s}));
    }

    void noNewlineMarkIsNoLine()
    {
        QCOMPARE(printed("diff --git a/x b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n"
                         "\\ No newline at end of file\n"),
            QStringList({u"x: 1 b"_s}));
    }

    void carriageReturnsAreLineFeeds()
    {
        QCOMPARE(printed("diff --git a/x b/x\r\n@@ -0,0 +1,2 @@\r\n+a\r\n+b\r+c\r\r\n+d\r\n"),
            QStringList({u"x: 1 a, 2 b, 2 c, 3 d"_s}));
        QCOMPARE(touched("x\rdiff --git a/y b/y\r+z"), QStringList({u"y"_s}));
    }

    void everyPythonLineBreakSplits_data()
    {
        QTest::addColumn<QByteArray>("separator");
        QTest::addColumn<bool>("splits");
        QTest::newRow("VT") << QByteArray("\x0B") << true;
        QTest::newRow("FF") << QByteArray("\x0C") << true;
        QTest::newRow("FS") << QByteArray("\x1C") << true;
        QTest::newRow("GS") << QByteArray("\x1D") << true;
        QTest::newRow("RS") << QByteArray("\x1E") << true;
        QTest::newRow("US") << QByteArray("\x1F") << false;
        QTest::newRow("NEL") << QByteArray("\xC2\x85") << true;
        QTest::newRow("no-break space") << QByteArray("\xC2\xA0") << false;
        QTest::newRow("a bare 0x85") << QByteArray("\x85") << false;
        QTest::newRow("overlong LF") << QByteArray("\xC0\x8A") << false;
        QTest::newRow("line separator") << QByteArray("\xE2\x80\xA8") << true;
        QTest::newRow("paragraph separator") << QByteArray("\xE2\x80\xA9") << true;
        QTest::newRow("a cut line separator") << QByteArray("\xE2\x80") << false;
    }

    void everyPythonLineBreakSplits()
    {
        QFETCH(QByteArray, separator);
        QFETCH(bool, splits);
        const QByteArray bytes = "diff --git a/x b/x\n@@ -0,0 +1 @@\n+a" + separator + "+b" + separator
            + "lost\n context" + separator + "+c\n-removed" + separator + "+d\n+e\n";
        const auto patch = readPatch(bytes);
        QStringList numbers;
        for (const auto &line : patch.files.front().lines)
            numbers.append(QString::number(line.number));
        QCOMPARE(numbers.join(u' '), splits ? u"1 1 2 0 3"_s : u"1 3"_s);
        QCOMPARE(QByteArray::fromStdString(patch.files.front().added).contains("lost"), !splits);
    }

    /// Only CR and LF begin a line where the study looks for layers, all breaks where it reads files.
    void headersAfterOddBreaks()
    {
        const QByteArray patch = "diff --git a/x b/x\n@@ -0,0 +1 @@\n+a\x0B"
                                 "diff --git a/y b/y\n+b\n";
        QCOMPARE(printed(patch), QStringList({u"x: 1 a"_s, u"y: 0 b"_s}));
        QCOMPARE(touched(patch), QStringList({u"x"_s}));
    }

    void pathsAreAsShortAsPossible()
    {
        QCOMPARE(touched("diff --git a/a b/b b/a b/b\ndiff --git a/my app/x b/my app/x\ndiff --git a/ b/x b/ b/x\n"
                         "diff --git a/ b/\n diff --git a/no b/no\ndiff --git x/no b/no\n"),
            QStringList({u"a"_s, u"my app/x"_s, u" b/x"_s}));
    }

    void unseenFilesAddToTheOneBefore()
    {
        QCOMPARE(printed("diff --git a/x b/x\n@@ -0,0 +1 @@\n+a\ndiff --git \"a/caf\\303\\251\" \"b/caf\\303\\251\"\n"
                         "@@ -0,0 +1 @@\n+b\n"),
            QStringList({u"x: 1 a, 0 b"_s}));
    }

    void laterSectionReplacesEarlier()
    {
        const QByteArray patch = "diff --git a/x b/x\n@@ -0,0 +1 @@\n+a\ndiff --git a/y b/y\n@@ -0,0 +1 @@\n+b\n"
                                 "diff --git a/x b/x\n@@ -0,0 +1 @@\n+c\n+d\n";
        QCOMPARE(printed(patch), QStringList({u"x: 1 c, 2 d"_s, u"y: 1 b"_s}));
        QCOMPARE(touched(patch), QStringList({u"x"_s, u"y"_s, u"x"_s}));
        QCOMPARE(printed(patch + "diff --git a/y b/y\ndeleted file mode 100644\n"),
            QStringList({u"x: 1 c, 2 d"_s, u"y: "_s}));
    }

    void brokenBytesOfAPathAreReplaced()
    {
        QCOMPARE(printed("diff --git a/\xFFz b/\xFFz\n@@ -0,0 +1 @@\n+a\ndiff --git a/\xFEz b/\xFEz\n"
                         "@@ -0,0 +1 @@\n+\xEF\xBB\xBF\n"),
            QStringList({u"\uFFFDz: 1 \uFEFF"_s}));
    }

    void byteOrderMarkHidesTheFirstFile()
    {
        QVERIFY(printed("\xEF\xBB\xBF"
                        "diff --git a/x b/x\n+a\n")
                .isEmpty());
    }

    void pathsAreSplitAsPosixPaths()
    {
        QStringList components;
        for (const auto component : pathComponents("/a//./b/../c/."))
            components.append(textOf(component));
        QCOMPARE(components, QStringList({u"a"_s, u"b"_s, u".."_s, u"c"_s}));
        QVERIFY(pathComponents("./").empty());
    }

    void placesAreFoundByByte()
    {
        const auto file = readPatch("diff --git a/x b/x\n@@ -0,0 +5 @@\n+ab\n+\n+c").files.front();
        QStringList numbers;
        for (std::size_t i = 0; i <= file.added.size(); ++i)
            numbers.append(QString::number(file.lineAt(i)));
        QCOMPARE(numbers.join(u' '), u"5 5 5 6 7 7"_s);
        QCOMPARE(PatchedFile().lineAt(0), 0);
    }
};

QTEST_GUILESS_MAIN(TestPatchText)
#include "tst_patchtext.moc"
