// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <code/patch.h>

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

QString kindName(FilePatch::Kind kind)
{
    switch (kind) {
    case FilePatch::Kind::Modified:
        return u"modified"_s;
    case FilePatch::Kind::Added:
        return u"added"_s;
    case FilePatch::Kind::Deleted:
        return u"deleted"_s;
    case FilePatch::Kind::Renamed:
        return u"renamed"_s;
    case FilePatch::Kind::Copied:
        return u"copied"_s;
    case FilePatch::Kind::ModeChanged:
        return u"mode"_s;
    }
    return {};
}

QString printedLine(const HunkLine &line)
{
    const auto mark = line.kind == HunkLine::Kind::Context ? u' ' : line.kind == HunkLine::Kind::Added ? u'+' : u'-';
    auto text = line.text;
    text.replace(u'\r', "<CR>"_L1);
    return mark + text + (line.endsWithoutNewline ? u"<end>"_s : QString());
}

QStringList printed(const Patch &patch)
{
    QStringList lines;
    for (const auto &file : patch.files) {
        QString head = kindName(file.kind) + u' ' + file.oldPath + u" > "_s + file.newPath;
        for (const auto &[flag, word] : {std::pair{file.isBinary, " binary"}, {file.isSymlink, " symlink"},
                 {file.isCombined, " combined"}, {file.isDamaged, " damaged"}})
            head += flag ? QString::fromLatin1(word) : QString();
        lines.append(head);
        for (const auto &hunk : file.hunks) {
            lines.append(
                u"@ %1,%2 %3,%4"_s.arg(hunk.oldStart).arg(hunk.oldCount).arg(hunk.newStart).arg(hunk.newCount));
            for (const auto &line : hunk.lines)
                lines.append(printedLine(line));
        }
    }
    for (const auto &issue : patch.issues)
        lines.append(u"%1: %2"_s.arg(issue.line).arg(issue.reason));
    return lines;
}

QStringList lines(const char *text)
{
    return QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

class TestPatch : public QObject
{
    Q_OBJECT

private slots:
    void everyTrap_data();
    void everyTrap();
    void wholeTexts();
    void hunksAreApplied_data();
    void hunksAreApplied();
    void textsAreWrittenAgain();
    void sizesDoNotHurt();
};

void TestPatch::everyTrap_data()
{
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, QByteArray patch, const char *expected) {
        QTest::newRow(name) << std::move(patch) << lines(expected);
    };
    row("empty", "", "");
    row("blank lines first", "\n\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n", "modified x > x\n@ 1,1 1,1\n-a\n+b");
    row("added and deleted",
        "diff --git a/n b/n\nnew file mode 100644\nindex 0..1\n--- /dev/null\n+++ b/n\n@@ -0,0 +1,2 @@\n+1\n+2\n"
        "diff --git a/o b/o\ndeleted file mode 100644\nindex 1..0\n--- a/o\n+++ /dev/null\n@@ -1 +0,0 @@\n-1\n",
        "added  > n\n@ 0,0 1,2\n+1\n+2\ndeleted o > \n@ 1,1 0,0\n-1");
    row("lines that look like headers",
        "diff --git a/s.sql b/s.sql\nindex 1..2 100644\n--- a/s.sql\n+++ b/s.sql\n@@ -1,2 +1,2 @@\n--- x\n- y\n+++ "
        "x\n+diff "
        "--git a/b b/b\n",
        "modified s.sql > s.sql\n@ 1,2 1,2\n--- x\n- y\n+++ x\n+diff --git a/b b/b");
    row("names with spaces",
        "diff --git a/my file.py b/my file.py\nindex 1..2 100644\n--- a/my file.py\t\n+++ b/my file.py\t\n@@ -1 +1 "
        "@@\n-a\n+b\n",
        "modified my file.py > my file.py\n@ 1,1 1,1\n-a\n+b");
    row("renamed with spaces and no change",
        "diff --git a/a b c b/d e f\nsimilarity index 100%\nrename from a b c\nrename to d e f\n",
        "renamed a b c > d e f");
    row("copied",
        "diff --git a/x b/y\nsimilarity index 90%\ncopy from x\ncopy to y\nindex 1..2 100644\n--- a/x\n+++ "
        "b/y\n@@ -1 +1 @@\n-a\n+b\n",
        "copied x > y\n@ 1,1 1,1\n-a\n+b");
    row("quoted names",
        "diff --git \"a/caf\\303\\251 \\\"1\\\".js\" \"b/caf\\303\\251 \\\"1\\\".js\"\nnew file mode 100644\nindex "
        "0..1\n--- /dev/null\n+++ \"b/caf\\303\\251 \\\"1\\\".js\"\n@@ -0,0 +1 @@\n+x\n",
        "added  > caf\xc3\xa9 \"1\".js\n@ 0,0 1,1\n+x");
    row("one name quoted",
        "diff --git a/plain \"b/t\\tb\"\nsimilarity index 100%\nrename from plain\nrename to \"t\\tb\"\n",
        "renamed plain > t\tb");
    row("no prefix", "diff --git a/x.py a/x.py\nindex 1..2 100644\n--- a/x.py\n+++ a/x.py\n@@ -1 +1 @@\n-a\n+b\n",
        "modified a/x.py > a/x.py\n@ 1,1 1,1\n-a\n+b");
    row("mode only", "diff --git a/run.sh b/run.sh\nold mode 100644\nnew mode 100755\n", "mode run.sh > run.sh");
    row("empty file", "diff --git a/__init__.py b/__init__.py\nnew file mode 100644\nindex 0000000..e69de29\n",
        "added  > __init__.py");
    row("binary",
        "diff --git a/x.db b/x.db\nnew file mode 100644\nindex 0..1\nBinary files /dev/null and b/x.db differ\n"
        "diff --git a/y.png b/y.png\nindex 1..2 100644\nGIT binary patch\nliteral 3\nKcmZ+1\n\nliteral 2\nKcmZ+1\n\n"
        "diff --git a/z b/z\nold mode 100644\nnew mode 100755\n",
        "added  > x.db binary\nmodified y.png > y.png binary\nmode z > z");
    row("type change",
        "diff --git a/l b/l\ndeleted file mode 100644\nindex 1..0\n--- a/l\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n"
        "diff --git a/l b/l\nnew file mode 120000\nindex 0..1\n--- /dev/null\n+++ b/l\n@@ -0,0 +1 @@\n+to\n\\ No "
        "newline "
        "at end of file\n",
        "deleted l > \n@ 1,1 0,0\n-x\nadded  > l symlink\n@ 0,0 1,1\n+to<end>");
    row("no newline on either side",
        "--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n c\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n",
        "modified x > x\n@ 1,2 1,2\n c\n-a<end>\n+b<end>");
    row("carriage returns of the file", "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\r\n+b\r\n",
        "modified x > x\n@ 1,1 1,1\n-a<CR>\n+b<CR>");
    row("carriage returns of the patch",
        "\r\ndiff --git a/x b/x\r\nindex 1..2 100644\r\n--- a/x\r\n+++ b/x\r\n@@ -1 +1 @@\r\n-a\r\n+b\r\n",
        "modified x > x\n@ 1,1 1,1\n-a\n+b");
    row("lost space of empty lines", "--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n a\n\n-b\n+c\n",
        "modified x > x\n@ 1,3 1,3\n a\n \n-b\n+c");
    row("latin-1", "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-\xe9t\xe9\n+e\n", "modified x > x\n@ 1,1 1,1\n-\uFFFDt\uFFFD\n+e");
    row("merge",
        "diff --cc f.c\nindex 1,2..3\n--- a/f.c\n+++ b/f.c\n@@@ -1,2 -1,2 +1,3 @@@\n  a\n++b\n +c\ndiff --git a/x "
        "b/x\nold mode 100644\nnew mode 100755\n",
        "modified f.c > f.c combined\nmode x > x\n1: The changes of a merge in f.c are shown but cannot be applied.");
    row("garbage between files",
        "From 123\nSubject: x\n\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n-- \n2.40\n\n--- a/y\n+++ b/y\n@@ -1 +1 "
        "@@\n-a\n+b\n",
        "modified x > x\n@ 1,1 1,1\n-a\n+b\nmodified y > y\n@ 1,1 1,1\n-a\n+b\n"
        "1: These lines belong to no file and were left out.\n9: These lines belong to no file and were left out.");
    row("cut off", "--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n a\n-b",
        "modified x > x damaged\n@ 1,3 1,3\n a\n-b\n5: A hunk is shorter than its header says.");
    row("hunk with a stranger in it",
        "--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n a\ndiff --git a/y b/y\nold mode 100644\nnew mode 100755\n",
        "modified x > x damaged\n@ 1,3 1,3\n a\nmode y > y\n5: A hunk is shorter than its header says.");
    row("numbers too large", "--- a/x\n+++ b/x\n@@ -99999999999999999999 +1 @@\n-a\n",
        "modified x > x damaged\n3: A hunk's header cannot be read; the hunk was left out.\n4: These lines belong to "
        "no "
        "file and were left out.");
    row("hunks without a file", "@@ -1 +1 @@\n-a\n+b\n",
        "modified  > \n@ 1,1 1,1\n-a\n+b\n1: These changes name no file.");
    row("cut off in its first lines", "diff --git a/x b/x\n--- a/x", "modified x > x");
    row("cut off between files", "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n--- a/y",
        "modified x > x\n@ 1,1 1,1\n-a\n+b\n6: A file's first line has no second one.");
    row("ambiguous name", "diff --git a/x y b/z w\nold mode 100644\nnew mode 100755\n",
        "mode x y b/z w > x y b/z w damaged\n1: The name of the file is ambiguous.");
}

void TestPatch::everyTrap()
{
    QFETCH(const QByteArray, patch);
    QFETCH(const QStringList, expected);
    QCOMPARE(printed(readPatchFiles(patch)), expected);
}

void TestPatch::wholeTexts()
{
    const auto patch = readPatchFiles(
        "diff --git a/n b/n\nnew file mode 100644\n--- /dev/null\n+++ b/n\n@@ -0,0 +1,2 @@\n+1\n+2\n\\ No newline at "
        "end of "
        "file\ndiff --git a/e b/e\nnew file mode 100644\ndiff --git a/o b/o\ndeleted file mode 100644\n--- a/o\n+++ "
        "/dev/null\n@@ -1 +0,0 @@\n-1\ndiff --git a/c b/c\nnew file mode 100644\n--- /dev/null\n+++ b/c\n@@ -0,0 +1,9 "
        "@@\n+cut\n");
    QStringList texts;
    for (const auto &file : patch.files)
        texts.append(file.addedText().value_or(u"-"_s) + u'|' + file.deletedText().value_or(u"-"_s));
    QCOMPARE(texts, QStringList({u"1\n2|-"_s, u"|-"_s, u"-|1\n"_s, u"-|-"_s}));
}

void TestPatch::hunksAreApplied_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("hunks");
    QTest::addColumn<QString>("expected");
    QTest::newRow("change") << u"a\nb\nc\n"_s << QByteArray("@@ -2 +2 @@\n-b\n+B\n") << u"a\nB\nc\n"_s;
    QTest::newRow("insert") << u"a\nb\n"_s << QByteArray("@@ -1,0 +2,2 @@\n+x\n+y\n") << u"a\nx\ny\nb\n"_s;
    QTest::newRow("two hunks") << u"a\nb\nc\nd\n"_s << QByteArray("@@ -1 +0,0 @@\n-a\n@@ -4 +3 @@\n-d\n+D\n")
                               << u"b\nc\nD\n"_s;
    QTest::newRow("into nothing") << QString() << QByteArray("@@ -0,0 +1 @@\n+x\n") << u"x\n"_s;
    QTest::newRow("line feed at the end")
        << u"a"_s << QByteArray("@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n") << u"a\n"_s;
    QTest::newRow("carriage returns") << u"a\r\nb\r\n"_s << QByteArray("@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n")
                                      << u"a\r\nc\r\n"_s;
    QTest::newRow("other text") << u"a\nb\n"_s << QByteArray("@@ -1 +1 @@\n-x\n+y\n") << u"does not fit"_s;
    QTest::newRow("beyond the end") << u"a\n"_s << QByteArray("@@ -7 +7 @@\n-x\n+y\n") << u"does not fit"_s;
    QTest::newRow("backwards") << u"a\nb\n"_s << QByteArray("@@ -2 +2 @@\n-b\n+B\n@@ -1 +1 @@\n-a\n+A\n")
                               << u"does not fit"_s;
    QTest::newRow("text without line feed") << u"a"_s << QByteArray("@@ -1 +1 @@\n-a\n+b\n") << u"does not fit"_s;
    QTest::newRow("behind an open end") << u"a"_s << QByteArray("@@ -1,0 +2 @@\n+b\n") << u"does not fit"_s;
}

void TestPatch::hunksAreApplied()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, hunks);
    QFETCH(const QString, expected);
    const auto patch = readPatchFiles(QByteArray("--- a/x\n+++ b/x\n" + hunks));
    QCOMPARE(applied(patch.files.at(0), text).value_or(u"does not fit"_s), expected);
}

void TestPatch::textsAreWrittenAgain()
{
    const QByteArray text = "--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n c\n-a\n\\ No newline at end of file\n+b\n";
    const auto patch = readPatchFiles(text);
    QCOMPARE(unifiedText(patch.files.at(0)).toUtf8(), text);
    QCOMPARE(unifiedText(FilePatch()), QString());
}

/// A quadratic reader would not come back from these.
void TestPatch::sizesDoNotHurt()
{
    QByteArray many = "--- a/x\n+++ b/x\n";
    for (int hunk = 1; hunk <= 100'000; ++hunk)
        many += "@@ -" + QByteArray::number(hunk) + " +" + QByteArray::number(hunk) + " @@\n-a\n+b\n";
    const auto patch = readPatchFiles(many);
    QCOMPARE(patch.files.at(0).hunks.size(), std::size_t(100'000));
    QCOMPARE(applied(patch.files.at(0), u"a\n"_s.repeated(100'000)), u"b\n"_s.repeated(100'000));
    const auto garbage = readPatchFiles(QByteArray("garbage\ndiff --git x\n").repeated(50'000));
    QCOMPARE(garbage.issues.size(), std::size_t(200));
}

QTEST_GUILESS_MAIN(TestPatch)
#include "tst_patch.moc"
