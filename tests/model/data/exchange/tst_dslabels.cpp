// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <exchange/handout.h>

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

Sample aSample()
{
    Sample sample{.id = {}, .created = u"2026-11-22T10:00:00.000Z"_s, .createdBy = u"Coordinator"_s};
    sample.design.title = u"gpt-5 and others"_s;
    sample.design.strata = {StratumColumn::Model};
    sample.design.categoryBy = u"judge"_s;
    sample.design.annotators = {u"Ann"_s, u"Ben"_s};
    sample.codebook = u"constraint-decay"_s;
    sample.population = QByteArray(32, 'p');
    sample.strata = {{u"gpt-5"_s, 7, 1}, {u"qwen3"_s, 9, 1}};
    sample.items = {{.target = {u"uv"_s, {u"openhands_sdk"_s, u"gpt-5"_s}, u"flask-openapi-sqlite"_s, 2, {}},
                        .stratum = 0,
                        .weight = 7,
                        .family = u"f1"_s},
        {.target = {u"node"_s, {u"mini_swe_sdk"_s, u"qwen3"_s}, u"express-openapi-unconstrained"_s, 0, {}},
            .stratum = 1,
            .weight = 9,
            .family = u"f2"_s}};
    sample.queues = {{u"Ann"_s, {{1, 0}, {0, 0}, {1, 1}}}, {u"Ben"_s, {{0, 0}}}};
    sample.maskRules = {u"Project X"_s};
    return sealed(sample);
}

const std::vector<ConfigurationStyle> styles{
    {.configuration = {u"openhands_sdk"_s, u"gpt-5"_s}, .displayName = u"GPT-5"_s},
    {.configuration = {u"mini_swe_sdk"_s, u"qwen3"_s}, .displayName = u"Qwen3"_s}};

IdentityMask aMask()
{
    return {styles, aSample().maskRules};
}

Result<std::vector<HandoutFile>> filesOf(int item)
{
    std::vector<Document> documents{
        {.kind = DocumentKind::Patch, .path = u"openhands_sdk-gpt-5.patch"_s, .bytes = "+# by GPT-5\n", .parts = {}},
        {.kind = DocumentKind::ServerLog,
            .path = u"conduit.log"_s,
            .bytes = "\xFF"
                     "gpt-5 \n",
            .parts = {}}};
    if (item == 1)
        documents = {{.kind = DocumentKind::Report,
                         .path = u"newman-run-report-2026-04-01-12-30-20-000-0.json"_s,
                         .bytes = "{}",
                         .parts = {}},
            {.kind = DocumentKind::Report,
                .path = u"newman-run-report-2026-04-01-12-30-00-000-0.csv"_s,
                .bytes = "iteration",
                .parts = {}},
            {.kind = DocumentKind::TrajectoryEvents,
                .path = u"abc"_s,
                .bytes = "{\"a\":\"Claude\"}{}",
                .parts = {{u"abc/events/event-00003-x-gpt.json"_s, 0, 14}, {u"abc/events/event-00004-y.json"_s, 14, 2},
                    {u"far"_s, 14, 9}}}};
    return handoutFiles(documents, aMask());
}

QByteArray handoutBytes()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto blind = handoutSample(aSample(), u"Ann"_s, aMask());
    const auto done = writeHandout(buffer, *blind, studyCodebook(), filesOf);
    return done ? buffer.data() : QByteArray();
}

/// Two events of Ann in the sample.
LabelBook aBook()
{
    LabelBook book;
    book.samples = {aSample()};
    book.codebooks = {studyCodebook()};
    std::vector<LabelEvent> events;
    QByteArray previous;
    for (int i = 0; i < 2; ++i) {
        auto event = makeLabelEvent(u"Ann"_s, {aSample().id, i, 0},
            Committed{{.code = u"other"_s, .codebook = u"constraint-decay"_s, .version = 1}});
        event.stream = u"stream-of-ann"_s;
        event.number = i + 1;
        event.previous = previous;
        event.hash = labelEventHash(event);
        previous = event.hash;
        events.push_back(event);
    }
    const auto log = std::make_shared<LabelLog>();
    log->add(events);
    book.log = log;
    book.rows = labelRows(*log, book.samples, {});
    return book;
}

QByteArray handinOf(const LabelBook &book)
{
    const auto bytes = labelFileBytes(book, {}, {.format = LabelFormat::Handin, .annotators = {}, .sample = {}});
    return bytes ? *bytes : QByteArray();
}

QString written(const QTemporaryDir &folder, const QByteArray &bytes)
{
    const auto path = folder.filePath(u"x.dslabels"_s);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

/// The lines with a new end that fits them: a forger would make one, too.
QByteArray ended(QByteArrayList lines)
{
    lines.removeIf([](const QByteArray &line) { return line.isEmpty() || line.contains("\"type\":\"end\""); });
    const QByteArray bytes = lines.join('\n') + '\n';
    const auto hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    return bytes + "{\"lines\":" + QByteArray::number(lines.size()) + ",\"sha256\":\"" + hash
        + "\",\"type\":\"end\"}\n";
}

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator found(folder, QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        QFile file(found.next());
        if (file.open(QIODevice::ReadOnly))
            files += QDir(folder).relativeFilePath(file.fileName()) + u": "
                + QString::fromLatin1(file.readAll()).simplified();
    }
    files.sort();
    return files;
}

} // namespace

class TestDsLabels : public QObject
{
    Q_OBJECT

private slots:
    void handoutsTellNothing();
    void handoutsAreUnpacked();
    void handinsCarryWholeStreams();
    void longFilesComeInPieces();
    void cutAnywhereIsRefused();
    void everyFlippedByteIsFound();
    void forgeriesAreRefused_data();
    void forgeriesAreRefused();
};

void TestDsLabels::handoutsTellNothing()
{
    const auto bytes = handoutBytes();
    QVERIFY(!bytes.isEmpty());
    const auto lower = bytes.toLower();
    for (const auto *word : {"gpt", "qwen", "openhands", "mini_swe", "claude", "project x", "2026-04-01", "\"f1\"",
             "judge", "ben", "coordinator"}) {
        for (const auto &line : lower.split('\n')) {
            if (!line.contains("\"type\":\"codebook\""))
                QVERIFY2(!line.contains(word), line.constData());
        }
    }
    const auto blind = handoutSample(aSample(), u"Ann"_s, aMask());
    QVERIFY(blind);
    QCOMPARE(blind->id, aSample().id);
    QCOMPARE(blind->hash, aSample().hash);
    QVERIFY(blind->isHandout);
    QCOMPARE(blind->items.front().target.configuration.scaffold, u"blind"_s);
    QCOMPARE(blind->items.front().target.task, u"flask-openapi-sqlite"_s);
    QCOMPARE(blind->queues.size(), 1U);
    QCOMPARE(handoutSample(aSample(), u"Cleo"_s, aMask()).error().kind, ErrorKind::NotFound);
}

void TestDsLabels::handoutsAreUnpacked()
{
    const QTemporaryDir folder;
    const auto path = written(folder, handoutBytes());
    const auto read = readLabelFile(path, {});
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QVERIFY(read->isHandout);
    QCOMPARE(read->samples.front(), *handoutSample(aSample(), u"Ann"_s, aMask()));
    const auto tree = folder.filePath(u"tree"_s);
    const auto done = unpackHandout(path, tree);
    QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
    const auto mark = QString::fromLatin1(aSample().hash.toHex().first(8));
    const auto first = u"uv/blind/%1 item 0001/flask-openapi-sqlite/2000-01-01T00-00-00/run_0/"_s.arg(mark);
    const auto second = u"node/blind/%1 item 0002/express-openapi-unconstrained/2000-01-01T00-00-00/run_0/"_s.arg(mark);
    QStringList expected{first + u"conduit.log: \u00FFMASKED"_s, first + u"run.patch: +# by MASKED"_s,
        second + u"newman-run-report-2000-01-01-00-00-00-000-1.csv: iteration"_s,
        second + u"newman-run-report-2000-01-01-00-00-20-000-0.json: {}"_s,
        second + u"session/events/event-00003-0.json: {\"a\":\"MASKED\"}"_s,
        second + u"session/events/event-00004-0.json: {}"_s};
    expected.sort();
    QCOMPARE(filesBelow(tree), expected);
}

void TestDsLabels::handinsCarryWholeStreams()
{
    const QTemporaryDir folder;
    const auto book = aBook();
    const auto read = readLabelFile(written(folder, handinOf(book)), {});
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QVERIFY(!read->isHandout);
    QCOMPARE(read->events, book.log->events());
    QCOMPARE(read->samples, book.samples);
    QCOMPARE(read->labels, 2);
    auto blind = book;
    blind.samples = {*handoutSample(aSample(), u"Ann"_s, aMask())};
    const auto reference = readLabelFile(written(folder, handinOf(blind)), {});
    QVERIFY(reference && reference->samples.empty());
    QCOMPARE(reference->sampleSizes, (std::map<QString, int>{{aSample().id, 2}}));
    QVERIFY(!labelFileBytes(book, {}, {.format = LabelFormat::Handin, .annotators = {u"Ben"_s}, .sample = {}}));
}

void TestDsLabels::longFilesComeInPieces()
{
    const auto text = u"日本 é "_s.repeated(300'000).toUtf8();
    const QByteArray noise(2'500'000, '\xFE');
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QVERIFY(writeHandout(buffer, *handoutSample(aSample(), u"Ben"_s, aMask()), studyCodebook(), [&](int) {
        return std::vector<HandoutFile>{{u"conduit.log"_s, text}, {u"setup.log"_s, noise}, {u"run.patch"_s, {}}};
    }));
    QVERIFY(buffer.data().split('\n').size() > 7);
    const QTemporaryDir folder;
    const auto tree = folder.filePath(u"tree"_s);
    QVERIFY(unpackHandout(written(folder, buffer.data()), tree));
    QStringList seen;
    QDirIterator found(tree, QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        QFile file(found.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto bytes = file.readAll();
        seen += found.fileName()
            + (bytes == text          ? u" text"_s
                    : bytes == noise  ? u" noise"_s
                    : bytes.isEmpty() ? u" empty"_s
                                      : u" other"_s);
    }
    seen.sort();
    QCOMPARE(seen, QStringList({u"conduit.log text"_s, u"run.patch empty"_s, u"setup.log noise"_s}));
}

void TestDsLabels::cutAnywhereIsRefused()
{
    const QTemporaryDir folder;
    const auto whole = handinOf(aBook());
    for (qsizetype size = 0; size < whole.size(); size += 97) {
        const auto read = readLabelFile(written(folder, whole.first(size)), {});
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(u"is refused: line "), qPrintable(read.error().message));
    }
    QVERIFY(!readLabelFile(written(folder, whole.first(whole.size() - 1)), {}));
    QVERIFY(!readLabelFile(written(folder, whole + "{}\n"), {}));
}

void TestDsLabels::everyFlippedByteIsFound()
{
    const QTemporaryDir folder;
    const auto whole = handinOf(aBook());
    for (qsizetype i = 0; i < whole.size(); i += 53) {
        auto bytes = whole;
        bytes[i] = static_cast<char>(bytes[i] ^ 1);
        QVERIFY(!readLabelFile(written(folder, bytes), {}));
    }
}

void TestDsLabels::forgeriesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &reason) {
        QTest::newRow(name) << bytes << reason;
    };
    const auto handin = handinOf(aBook()).split('\n');
    const auto handout = handoutBytes().split('\n');
    const auto eventLine = [&] {
        return std::distance(handin.begin(),
            std::ranges::find_if(handin, [](const QByteArray &line) { return line.contains("\"type\":\"event\""); }));
    }();
    const auto changed = [](QByteArrayList lines, qsizetype line, const QByteArray &from, const QByteArray &to) {
        lines[line].replace(from, to);
        return ended(lines);
    };
    const auto without = [](QByteArrayList lines, qsizetype line) {
        lines.removeAt(line);
        return ended(lines);
    };
    row("another label", changed(handin, eventLine, "\"other\"", "\"logic_error\""),
        u"was changed: its hash differs"_s);
    row("an event less", without(handin, eventLine), u"does not follow on the event before it"_s);
    auto twice = handin;
    twice.insert(eventLine, handin[eventLine]);
    row("an event twice", ended(twice), u"does not follow on the event before it"_s);
    row("item out of range", changed(handin, eventLine, "\"item\":0", "\"item\":2"),
        u"speaks of item 3 of a sample of 2"_s);
    row("item below zero", changed(handin, eventLine, "\"item\":0", "\"item\":-5"), u"is no label event"_s);
    row("another sample", changed(handin, eventLine, aSample().id.toUtf8(), "nowhere"),
        u"speaks of a sample that the file does not name"_s);
    row("a changed sample", changed(handin, eventLine - 1, "\"seed\":\"1\"", "\"seed\":\"2\""), u"is no sample"_s);
    row("no header", without(handin, 0), u"line 1 is not the header"_s);
    row("newer", changed(handin, 0, "\"version\":1", "\"version\":9"), u"written by a newer Decayscope (format 9"_s);
    row("no kind", changed(handin, 0, "handin", "other"), u"neither hand-out nor hand-in"_s);
    row("a type", changed(handin, eventLine, "\"type\":\"event\"", "\"type\":\"evil\""), u"unknown type \"evil\""_s);
    row("nested", ended({handin[0], QByteArray(100'000, '[')}), u"line 2 is no JSON object"_s);
    row("a huge line", handin[0] + '\n' + QByteArray(65 * 1024 * 1024, 'x') + '\n',
        u"line 2 is longer than any line"_s);
    row("files in a hand-in", ended({handin[0], handout[3]}), u"before there is a sample"_s);
    for (const auto *path : {"../x.patch", "/etc/passwd", "a/../../b", "C:\\\\x", ".ssh/id", "a//b", "a\\u0000b", ""})
        row(path, changed(handout, 3, "\"path\":\"run.patch\"", "\"path\":\"" + QByteArray(path) + '"'),
            u"names a path that a hand-out cannot have"_s);
    row("a file of no item", changed(handout, 3, "\"item\":0", "\"item\":2"),
        u"of an item that is not in the sample"_s);
    row("a file twice", changed(handout, 4, "conduit.log", "RUN.patch"), u"does not continue its file"_s);
    row("climbing by the task", changed(handout, 2, "flask-openapi-sqlite", ".."), u"is no name of a folder"_s);
    row("no sample", without(handout, 2), u"before there is a sample"_s);
}

void TestDsLabels::forgeriesAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const QTemporaryDir folder;
    const auto path = written(folder, bytes);
    const auto read = readLabelFile(path, {});
    const auto unpacked = read ? unpackHandout(path, folder.filePath(u"tree"_s)) : Result<>();
    const auto message = !read ? read.error().message : unpacked ? u"taken"_s : unpacked.error().message;
    QVERIFY2(message.contains(reason), qPrintable(message));
    QCOMPARE(filesBelow(folder.path()).size(), 1);
}

QTEST_GUILESS_MAIN(TestDsLabels)
#include "tst_dslabels.moc"
