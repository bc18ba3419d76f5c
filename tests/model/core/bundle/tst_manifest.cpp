// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <bundle/manifest.h>

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

class TestManifest : public QObject
{
    Q_OBJECT

private slots:
    void isWhatSha256sumWrites();
    void isReadAgain();
    void oddLinesAreErrors_data();
    void oddLinesAreErrors();
};

namespace {

const std::vector<BundledFile> files{
    {.path = u"tables/decay.csv"_s, .content = "a\r\n"}, {.path = u"README.md"_s, .content = ""}};

QByteArray line(const QByteArray &path)
{
    return QByteArray(64, 'a') + "  " + path + '\n';
}

} // namespace

/// As `sha256sum README.md tables/decay.csv` of coreutils 9.7 prints it.
void TestManifest::isWhatSha256sumWrites()
{
    QCOMPARE(manifestDocument(manifestOf(files)),
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  README.md\n"
        "8e4621379786ef42a4fec155cd525c291dd7db3c1fde3478522f4f61c03fd1bd  tables/decay.csv\n");
}

void TestManifest::isReadAgain()
{
    const auto lines = manifestOf(files);
    const auto read = readManifest(manifestDocument(lines), u"m"_s);
    QVERIFY(read);
    QCOMPARE(*read, lines);
}

void TestManifest::oddLinesAreErrors_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *name, const QByteArray &document, const QString &why) {
        QTest::newRow(name) << document << why;
    };
    row("no hash", "hello\n", u"Line 1 is not a hash, two spaces and a path."_s);
    row("odd digits", QByteArray(64, 'g') + "  a\n", u"Line 1 does not begin with 64 hexadecimal digits."_s);
    row("climbs out", line("a") + line("../b"), u"Line 2 names \"../b\", which is no path inside a bundle."_s);
    row("climbs inside", line("a/../../b"), u"Line 1 names \"a/../../b\", which is no path inside a bundle."_s);
    row("root", line("/etc/passwd"), u"Line 1 names \"/etc/passwd\", which is no path inside a bundle."_s);
    row("drive", line("C:\\a"), u"Line 1 names \"C:\\a\", which is no path inside a bundle."_s);
    row("dot", line("./a"), u"Line 1 names \"./a\", which is no path inside a bundle."_s);
    row("control", line("a\x01"), u"Line 1 names \"a\", which is no path inside a bundle."_s);
    row("deep", line("a/b/c/d/e/f/g/h/i"), u"Line 1 names \"a/b/c/d/e/f/g/h/i\", which is no path inside a bundle."_s);
    row("twice", line("a") + line("a"), u"Line 2 names \"a\" again."_s);
}

void TestManifest::oddLinesAreErrors()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, why);
    const auto read = readManifest(document, u"bundle/MANIFEST.sha256"_s);
    QVERIFY(!read);
    QCOMPARE(read.error().message,
        QString(u"\"bundle/MANIFEST.sha256\" cannot be read as the manifest of a bundle. "_s + why));
}

QTEST_GUILESS_MAIN(TestManifest)
#include "tst_manifest.moc"
