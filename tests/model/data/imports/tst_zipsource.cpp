// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixtures.h"

#include <imports/runreader.h>

#include <QTest>

#include <clocale>

using namespace Decayscope;
using namespace Decayscope::Test;

namespace {

const QByteArray runFolder = aRunFolder.toUtf8();

QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, '\0');
    quint32 state = 12345;
    for (auto &byte : bytes) {
        state = state * 1664525U + 1013904223U;
        byte = static_cast<char>(state >> 24);
    }
    return bytes;
}

QByteArray folderOf(int trial)
{
    return runFolder.chopped(1) + QByteArray::number(trial);
}

QString refusal(const QByteArray &name, const char *reason)
{
    return QStringLiteral("error: The archive is refused: its entry \"%1\" %2. Nothing more is taken from it.")
        .arg(QString::fromUtf8(name), QString::fromLatin1(reason));
}

/// The line of a run of the test's archives.
QString runLine(int trial, int files)
{
    return QStringLiteral("run uv/mini_swe_sdk/gpt-x/flask-openapi-sqlite/2026-04-01T12-00-00 #%1, %2 files")
        .arg(trial)
        .arg(files);
}

} // namespace

/// Runs read from archives: whole, cut, damaged and hostile ones.
class tst_ZipSource : public QObject
{
    Q_OBJECT

private slots:
    void givesWhatTheFolderGives();
    void takesEntriesInAnyOrder();
    void leavesStrayEntriesAlone();
    void takesNamesInAnyLocale();
    void findsDirectoryBeforeComment();
    void refusesHostileArchives_data();
    void refusesHostileArchives();
    void countsWhatComesOut();
    void readsUpToTheCut();
    void survivesEveryCut();
    void survivesChangedBytes();
    void warnsOfDamagedEntries();
    void saysWhatIsMissing();
    void cancels();
};

void tst_ZipSource::givesWhatTheFolderGives()
{
    Tree tree;
    Zip zip;
    const std::vector<std::pair<QString, QByteArray>> files{{QStringLiteral("conduit.log"), "caf\xe9\n"},
        {QStringLiteral("mini/trajectory.json"),
            R"({"status":"Submitted","trajectories":[{"role":"user","content":"hi"}]})"},
        {QStringLiteral("mini_swe_sdk-flask-openapi-sqlite.patch"), ""},
        {QStringLiteral("newman-run-report-1.csv"), fullReport(true)}};
    for (int trial = 0; trial < 3; ++trial) {
        for (const auto &[path, bytes] : files) {
            tree.with(QStringLiteral("tree/") + QString::fromUtf8(folderOf(trial)) + u'/' + path, bytes);
            zip.with("some/where/" + folderOf(trial) + '/' + path.toUtf8(), bytes);
        }
    }
    tree.with(QStringLiteral("tree.zip"), zip.bytes());
    auto fromFolder = bundlesOf(tree.path(QStringLiteral("tree")));
    auto fromZip = bundlesOf(tree.path(QStringLiteral("tree.zip")));
    QCOMPARE(fromZip.size(), 3U);
    QCOMPARE(fromZip[0].origin, tree.path(QStringLiteral("tree.zip/some/where/")) + aRunFolder);
    for (std::size_t i = 0; i < fromFolder.size(); ++i) {
        QCOMPARE(warningsOf(fromZip[i]), warningsOf(fromFolder[i]));
        QCOMPARE(fromZip[i].contentHash, fromFolder[i].contentHash);
        QCOMPARE(fromZip[i].bytes, fromFolder[i].bytes);
        QVERIFY(fromZip[i].requests == fromFolder[i].requests);
        QVERIFY(fromZip[i].documents == fromFolder[i].documents);
        QVERIFY(fromZip[i].turns == fromFolder[i].turns);
        QVERIFY(fromZip[i].key == fromFolder[i].key);
    }
}

void tst_ZipSource::takesEntriesInAnyOrder()
{
    Tree tree;
    tree.with(QStringLiteral("a.zip"),
        Zip()
            .with(folderOf(2) + "/conduit.log")
            .with(folderOf(1) + "/conduit.log")
            .with(folderOf(2) + "/setup.log")
            .with(folderOf(10) + "/notes.txt")
            .with(folderOf(1) + "/setup.log")
            .bytes());
    QCOMPARE(
        contentsOf(tree.path(QStringLiteral("a.zip"))), QStringList({runLine(10, 0), runLine(2, 2), runLine(1, 2)}));
}

void tst_ZipSource::leavesStrayEntriesAlone()
{
    Tree tree;
    tree.with(QStringLiteral("a.zip"),
        Zip()
            .with("README")
            .with("__MACOSX/" + runFolder + "/._conduit.log")
            .with(runFolder + "/conduit.log")
            .with(runFolder + "/.DS_Store")
            .with(runFolder + "/inner.zip", Zip().with("../evil").bytes())
            .with("uv/a/m/mystery/2026-04-01/run_0/conduit.log")
            .bytes());
    QCOMPARE(contentsOf(tree.path(QStringLiteral("a.zip"))),
        QStringList({runLine(0, 1),
            QStringLiteral("refused uv/a/m/mystery/2026-04-01/run_0: \"mystery\" is no task name; expected "
                           "\"framework-contract-constraints\", such as \"flask-openapi-sqlite\".")}));
}

void tst_ZipSource::takesNamesInAnyLocale()
{
    auto folder = runFolder;
    folder.replace("gpt-x", "gpt-\xC3\xA9");
    Tree tree;
    std::setlocale(LC_ALL, "C.UTF-8"); // the writer converts as well
    tree.with(QStringLiteral("a.zip"), Zip().with(folder + "/conduit.log").bytes());
    for (const auto *locale : {"C.UTF-8", "C"}) {
        std::setlocale(LC_ALL, locale);
        QCOMPARE(contentsOf(tree.path(QStringLiteral("a.zip"))),
            QStringList({runLine(0, 1).replace(QStringLiteral("gpt-x"), QStringLiteral("gpt-é"))}));
    }
    std::setlocale(LC_ALL, "");
}

void tst_ZipSource::findsDirectoryBeforeComment()
{
    auto bytes = Zip().with(runFolder + "/conduit.log").bytes();
    const QByteArray comment("PK\x05\x06 is not the end PK\x05\x06");
    bytes[bytes.size() - 2] = static_cast<char>(comment.size());
    Tree tree;
    tree.with(QStringLiteral("a.zip"), bytes + comment);
    QCOMPARE(contentsOf(tree.path(QStringLiteral("a.zip"))), QStringList({runLine(0, 1)}));
}

void tst_ZipSource::refusesHostileArchives_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("answer");
    const auto beside = [](const QByteArray &name, const QByteArray &bytes = "x") {
        return Zip().with(runFolder + "/conduit.log").with(name, bytes).bytes();
    };
    QTest::newRow("climbing") << beside("../../etc/passwd")
                              << refusal("../../etc/passwd", "climbs out of the archive by \"..\"");
    QTest::newRow("climbing inside") << beside("uv/../x") << refusal("uv/../x", "climbs out of the archive by \"..\"");
    QTest::newRow("absolute") << beside("/etc/passwd") << refusal("/etc/passwd", "has an absolute path");
    QTest::newRow("drive") << beside("C:/x") << refusal("C:/x", "has an absolute path");
    QTest::newRow("backslash") << beside("..\\x") << refusal("..\\x", "has a backslash in its name");
    QTest::newRow("zero byte") << beside("uv/x#.log").replace("uv/x#.log", QByteArray("uv/x\0.log", 9))
                               << refusal("uv/x\xEF\xBF\xBD.log", "has an empty name or a zero byte in its name");
    QTest::newRow("link")
        << Zip().with(runFolder + "/conduit.log").withLink(runFolder + "/setup.log", "/etc/passwd").bytes()
        << refusal(runFolder + "/setup.log", "is a link or a device");
    QTest::newRow("encrypted") << Zip().encrypted().with(runFolder + "/conduit.log").bytes()
                               << refusal(runFolder + "/conduit.log", "is encrypted");
    QTest::newRow("twice") << beside(runFolder + "/conduit.log", "other")
                           << refusal(runFolder + "/conduit.log", "occurs twice");
    QTest::newRow("bomb") << beside("uv/x", QByteArray(40 << 20, '\0'))
                          << refusal("uv/x", "grows more than two-hundredfold when unpacked, as archive bombs do");
}

void tst_ZipSource::refusesHostileArchives()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, answer);
    Tree tree;
    tree.with(QStringLiteral("a.zip"), bytes);
    QCOMPARE(contentsOf(tree.path(QStringLiteral("a.zip"))), QStringList({answer}));
    QCOMPARE(openRunSource(tree.path(QStringLiteral("a.zip")), {}).error().kind, ErrorKind::Refused);
}

/// A bomb whose directory understates it: the bytes that come out are what counts.
void tst_ZipSource::countsWhatComesOut()
{
    const auto size = 40 << 20;
    auto bytes = Zip().with(runFolder + "/conduit.log", QByteArray(size, '\0')).bytes();
    const QByteArray honest("\x00\x00\x80\x02", 4);
    const QByteArray lie("\x00\x10\x00\x00", 4);
    QVERIFY(bytes.contains(honest));
    bytes.replace(honest, lie);
    Tree tree;
    tree.with(QStringLiteral("a.zip"), bytes);
    QCOMPARE(contentsOf(tree.path(QStringLiteral("a.zip"))),
        QStringList({refusal(
            runFolder + "/conduit.log", "grows more than two-hundredfold when unpacked, as archive bombs do")}));
}

void tst_ZipSource::readsUpToTheCut()
{
    Zip zip;
    for (int trial = 0; trial < 4; ++trial)
        zip.with(folderOf(trial) + "/conduit.log", noise(50'000)).with(folderOf(trial) + "/setup.log", noise(50'000));
    const auto whole = zip.bytes();
    Tree tree;
    tree.with(QStringLiteral("cut.zip"), whole.first(whole.size() * 60 / 100));
    const auto lines = contentsOf(tree.path(QStringLiteral("cut.zip")));
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines.first(2), QStringList({runLine(0, 2), runLine(1, 2)}));
    QVERIFY2(
        lines[2].startsWith(QStringLiteral("refused SOURCE: The archive is cut or damaged (")), qPrintable(lines[2]));
    QCOMPARE(lines[3],
        QStringLiteral("refused %1: Files of it are lost with a part of the archive.")
            .arg(QString::fromUtf8(folderOf(2))));
}

void tst_ZipSource::survivesEveryCut()
{
    const auto whole = Zip()
                           .with(folderOf(0) + "/conduit.log", noise(300))
                           .with(folderOf(1) + "/conduit.log", QByteArray(3000, 'x'))
                           .bytes();
    Tree tree;
    for (qsizetype size = 0; size < whole.size(); size += 7) {
        tree.with(QStringLiteral("cut.zip"), whole.first(size));
        const auto lines = contentsOf(tree.path(QStringLiteral("cut.zip")));
        QVERIFY2(!lines.isEmpty() && lines.size() <= 4, qPrintable(lines.join(u'\n')));
        QVERIFY2(lines.filter(QStringLiteral("refused")).size() + lines.filter(QStringLiteral("error")).size() > 0,
            qPrintable(lines.join(u'\n')));
    }
}

void tst_ZipSource::survivesChangedBytes()
{
    const auto whole = Zip()
                           .with(folderOf(0) + "/conduit.log", noise(200))
                           .with(folderOf(1) + "/conduit.log", QByteArray(3000, 'x'))
                           .bytes();
    Tree tree;
    int runs = 0;
    for (qsizetype i = 0; i < whole.size(); i += 3) {
        auto bytes = whole;
        bytes[i] = static_cast<char>(bytes[i] ^ 0xA5);
        tree.with(QStringLiteral("odd.zip"), bytes);
        runs
            += static_cast<int>(contentsOf(tree.path(QStringLiteral("odd.zip"))).filter(QStringLiteral("run ")).size());
    }
    QVERIFY(runs > 0);
}

void tst_ZipSource::warnsOfDamagedEntries()
{
    auto bytes = Zip()
                     .with(folderOf(0) + "/conduit.log", noise(20'000))
                     .with(folderOf(0) + "/setup.log", noise(5'000))
                     .with(folderOf(1) + "/conduit.log", "fine")
                     .bytes();
    for (int i = 0; i < 64; ++i)
        bytes[10'000 + i] = static_cast<char>(~bytes[10'000 + i]);
    Tree tree;
    tree.with(QStringLiteral("a.zip"), bytes);
    const auto bundles = bundlesOf(tree.path(QStringLiteral("a.zip")));
    QCOMPARE(bundles.size(), 2U);
    const auto damage = warningsOf(bundles[0]).filter(QStringLiteral("conduit.log: It is damaged in the archive: "));
    QCOMPARE(damage.size(), 1);
    QCOMPARE(bundles[0].document(DocumentKind::SetupLog)->bytes, noise(5'000));
    QCOMPARE(bundles[1].document(DocumentKind::ServerLog)->bytes, QByteArray("fine"));
}

void tst_ZipSource::saysWhatIsMissing()
{
    Tree tree;
    tree.with(QStringLiteral("empty.zip"), Zip().bytes()).with(QStringLiteral("other.zip"), Zip().with("a/b").bytes());
    for (const auto *name : {"empty.zip", "other.zip"}) {
        const auto source = openRunSource(tree.path(QString::fromLatin1(name)), {});
        QVERIFY(!source);
        QCOMPARE(source.error().kind, ErrorKind::InvalidInput);
    }
}

void tst_ZipSource::cancels()
{
    Tree tree;
    tree.with(QStringLiteral("a.zip"), Zip().with(runFolder + "/conduit.log").bytes());
    const Progress never([] { return true; });
    QCOMPARE(openRunSource(tree.path(QStringLiteral("a.zip")), never).error().kind, ErrorKind::Cancelled);
    const auto source = openRunSource(tree.path(QStringLiteral("a.zip")), {});
    QCOMPARE((*source)->next(never).error().kind, ErrorKind::Cancelled);
    QVERIFY((*source)->next({}).value().has_value());
}

QTEST_GUILESS_MAIN(tst_ZipSource)
#include "tst_zipsource.moc"
