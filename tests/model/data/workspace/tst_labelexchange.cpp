// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Labels on their way: files into a store, hand-outs to annotators and hand-ins back.

#include "resultsfolder.h"

#include <blinding/blinding.h>
#include <store/labelstore.h>
#include <store/transaction.h>
#include <support/shareddata.h>
#include <workspace/labelexchange.h>
#include <workspace/workspace.h>

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;
using Test::namingVerifier;

namespace {

constexpr int items = 6;

QString printed(const Result<LabelImportReport> &report)
{
    if (!report)
        return report.error().message;
    auto line = u"%1 labels, %2 new, %3 runs"_s.arg(report->labels).arg(report->added).arg(report->runs);
    for (const auto &issue : report->refused)
        line += u"; refused: " + issue.reason;
    for (const auto &issue : report->warnings)
        line += u"; warning: " + issue.reason;
    return line;
}

Result<LabelImportReport> taken(const QString &store, const QStringList &paths)
{
    return importLabelsIntoStore(store, paths, {}, namingVerifier(), {});
}

QString written(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

/// Everything of the labels in a store that must not depend on how it came there.
QStringList contents(const QString &store)
{
    const auto book = storedLabelBook(store);
    if (!book)
        return {book.error().message};
    QStringList lines;
    for (const auto &event : book->log->events())
        lines += QString::fromUtf8(labelEventJson(event));
    lines.sort();
    for (const auto &row : book->rows)
        lines += u"%1 %2 item %3 %4/%5 run %6"_s.arg(row.annotator, row.target.configuration.model)
                     .arg(row.item.item)
                     .arg(row.label.code, row.label.subcode)
                     .arg(row.run ? row.run->value : 0);
    for (const auto &sample : book->samples)
        lines += QString::fromUtf8(sampleJson(sample));
    return lines;
}

Sample sampleOf(const StudySnapshot &study, const QStringList &annotators)
{
    Sample sample{.id = {}, .created = u"2026-11-22T10:00:00.000Z"_s, .createdBy = u"Coordinator"_s};
    sample.design.title = u"round one"_s;
    sample.design.annotators = annotators;
    sample.codebook = u"constraint-decay"_s;
    sample.population = QByteArray(32, 'p');
    sample.strata = {{u"all"_s, items, items}};
    for (const auto &run : study.runs) {
        auto target = targetOf(run.key);
        target.date.clear();
        if (std::ssize(sample.items) < items)
            sample.items.push_back({.target = target, .family = {}});
    }
    for (const auto &annotator : annotators) {
        AnnotatorQueue queue{.annotator = annotator, .order = {}};
        for (int i = static_cast<int>(sample.items.size()); i > 0; --i)
            queue.order.push_back({i - 1, 0});
        sample.queues.push_back(queue);
    }
    return sealed(sample);
}

bool stored(const QString &store, const Sample &sample)
{
    auto connection = Connection::open(store, OpenMode::ReadWrite);
    auto transaction = connection ? Transaction::begin(*connection) : Result<Transaction>(std::unexpected(Error()));
    return transaction && writeSample(*connection, sample) && transaction->commit();
}

/// What an annotator does with some of the items.
bool labelled(const QString &store, const QString &annotator, const Sample &sample, QRandomGenerator &chance)
{
    static const QStringList codes{u"logic_error"_s, u"other"_s, u"stuck_in_loop"_s};
    std::vector<LabelEvent> events;
    for (int i = 0; i < 4; ++i) {
        const ItemKey item{sample.id, chance.bounded(static_cast<int>(sample.items.size())), 0};
        const auto code = codes[chance.bounded(codes.size())];
        events.push_back(makeLabelEvent(annotator, item, Opened{}));
        events.push_back(makeLabelEvent(annotator, item, Chosen{code, false}));
        events.push_back(makeLabelEvent(annotator, item,
            Committed{{.code = code, .codebook = sample.codebook, .version = 1, .memo = u"because"_s, .blind = true}}));
    }
    auto connection = Connection::open(store, OpenMode::ReadWrite);
    return connection && appendLabelEvents(*connection, events);
}

QStringList printedTurns(const TurnSource &turns)
{
    QStringList lines;
    for (int i = 0; i < turns.count(); ++i) {
        const auto turn = turns.turn(i);
        for (const auto &part : turn.parts)
            lines += u"%1 %2 %3 %4"_s.arg(turnKindName(turn.kind), part.text, part.edit ? part.edit->path : QString(),
                part.edit ? part.edit->after : QString());
    }
    return lines;
}

} // namespace

class TestLabelExchange : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void labelFilesAmongOtherPaths();
    void theStudysFilesTwice();
    void handinsInAnyOrder();
    void handoutsReadAsTheMaskedRuns();
    void onesOwnSampleStays();
    void forgedNumbersAreRefused();
    void whatIsNotThereIsSaid();

private:
    QTemporaryDir m_folder;
    QString m_coordinator; ///< A store with runs and a sample.
    Sample m_sample;
};

void TestLabelExchange::initTestCase()
{
    const auto tree = m_folder.filePath(u"tree"_s);
    QVERIFY(Test::writeRuns(tree, items, 5));
    m_coordinator = m_folder.filePath(u"coordinator.decayscope"_s);
    QVERIFY(importIntoStore(m_coordinator, {tree}, {}, namingVerifier(), {}));
    const auto study = readSnapshot(m_coordinator);
    QVERIFY(study);
    m_sample = sampleOf(*study, {u"Ann"_s, u"Ben"_s, u"Cleo"_s});
    QVERIFY(stored(m_coordinator, m_sample));
}

void TestLabelExchange::labelFilesAmongOtherPaths()
{
    const QTemporaryDir folder;
    const auto tree = folder.filePath(u"tree"_s);
    QVERIFY(Test::writeRuns(tree, 2, 2));
    const auto study = readSnapshot(m_coordinator);
    const auto &key = study->runs.front().key;
    const auto labels = written(folder.filePath(u"labels.csv"_s),
        u"agent,model,runtime,task,run_id,category,reasoning\n%1,%2,%3,%4,run_%5,logic_error,x\na,b,c,d,run_9,other,\n"_s
            .arg(key.configuration.scaffold, key.configuration.model, key.runtime, key.task)
            .arg(key.trial)
            .toUtf8());
    const auto broken = written(folder.filePath(u"broken.dslabels"_s), "{");
    const auto store = folder.filePath(u"s.decayscope"_s);
    const auto report = importIntoStore(store, {labels, tree, broken}, {.annotator = u"Ann"_s}, namingVerifier(), {});
    QVERIFY(report);
    QCOMPARE(QStringList({QString::number(report->imported), QString::number(report->labels),
                 QString::number(report->refused.size()), QString::number(report->runs)}),
        QStringList({u"2"_s, u"2"_s, u"1"_s, u"2"_s}));
    const auto book = storedLabelBook(store);
    QVERIFY(book);
    QCOMPARE(book->rows.size(), 2U);
    QCOMPARE(book->annotators(), QStringList(u"Ann"_s));
    QCOMPARE(std::ranges::count_if(book->rows, [](const LabelRow &row) { return row.run.has_value(); }), 1);
    const auto again = importIntoStore(store, {labels}, {.annotator = u"Ann"_s}, namingVerifier(), {});
    QVERIFY(again);
    QCOMPARE(again->labels, 0);
    QCOMPARE(again->runs, 2);
}

void TestLabelExchange::theStudysFilesTwice()
{
    DECAYSCOPE_REQUIRE_SHARED("data/paper/judge_validation_set.json");
    const QTemporaryDir folder;
    const auto store = folder.filePath(u"s.decayscope"_s);
    QStringList files;
    for (const auto &name : {u"failure_analysis_gpt-5-mini.csv"_s, u"failure_analysis_gpt-5.4.csv"_s,
             u"failure_analysis_minimax-m2.5.csv"_s, u"failure_analysis_qwen3-coder-next.csv"_s,
             u"logic_subcategories_minimax-m2.5.csv"_s, u"logic_subcategories.csv"_s, u"judge_validation_set.json"_s,
             u"logic_subcategories_gpt-5-mini.csv"_s, u"logic_subcategories_gpt-5.4.csv"_s})
        files += Test::sharedFile(u"data/paper/"_s + name);
    QCOMPARE(printed(taken(store, files)), u"1173 labels, 1173 new, 0 runs"_s);
    const auto once = contents(store);
    QCOMPARE(printed(taken(store, files)), u"1173 labels, 0 new, 0 runs"_s);
    QCOMPARE(contents(store), once);
    const auto check = checkStore(store, {});
    QVERIFY(check);
    QCOMPARE(check->findings, QStringList());
}

void TestLabelExchange::handinsInAnyOrder()
{
    const QTemporaryDir folder;
    QRandomGenerator chance(21);
    QStringList handins;
    for (const auto &annotator : m_sample.design.annotators) {
        const auto handout = folder.filePath(annotator + u"-out.dslabels");
        const auto report = exportHandout(m_coordinator, m_sample.id.first(8), annotator, handout, {});
        QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
        QCOMPARE(report->items, items);
        QCOMPARE(report->withoutRun, 0);
        const auto store = folder.filePath(annotator + u".decayscope");
        QCOMPARE(printed(taken(store, {handout})), u"0 labels, 0 new, %1 runs"_s.arg(items));
        for (int round = 0; round < 2; ++round) {
            QVERIFY(labelled(store, annotator, m_sample, chance));
            const auto bytes = exportLabels(store, {.format = LabelFormat::Handin, .annotators = {}, .sample = {}});
            QVERIFY(bytes);
            handins += written(folder.filePath(u"%1-%2.dslabels"_s.arg(annotator).arg(round)), *bytes);
        }
    }
    QStringList first;
    for (int round = 0; round < 8; ++round) {
        const auto store = folder.filePath(u"merged-%1.decayscope"_s.arg(round));
        QVERIFY(QFile::copy(m_coordinator, store));
        auto order = handins + QStringList{handins[chance.bounded(handins.size())]};
        std::shuffle(order.begin(), order.end(), chance);
        for (const auto &handin : order) {
            const auto report = taken(store, {handin});
            QVERIFY2(report && report->refused.empty(), qPrintable(printed(report)));
        }
        if (first.isEmpty())
            first = contents(store);
        QCOMPARE(contents(store), first);
        const auto check = checkStore(store, {});
        QVERIFY(check);
        QCOMPARE(check->findings, QStringList());
    }
    QVERIFY(first.filter(u"Ben gpt-x item"_s).size() > 1);
    QVERIFY(first.filter(u" run 0"_s).isEmpty());
}

void TestLabelExchange::handoutsReadAsTheMaskedRuns()
{
    const QTemporaryDir folder;
    const auto tree = folder.filePath(u"tree"_s);
    if (!Test::makeResultsTree(tree, {u"--size"_s, u"tiny"_s, u"--seed"_s, u"1"_s, u"--quirks"_s}))
        QSKIP("The shared generator is not beside this checkout.");
    const auto store = folder.filePath(u"all.decayscope"_s);
    QVERIFY(importIntoStore(store, {tree}, {}, namingVerifier(), {}));
    const auto study = readSnapshot(store);
    auto few = *study;
    std::erase_if(few.runs, [](const Run &run) { return run.task.kind != TaskKind::Generation || !run.newestDate; });
    std::ranges::stable_sort(few.runs, {}, [](const Run &run) { return run.key.trial; });
    const auto sample = sampleOf(few, {u"Ann"_s});
    QVERIFY(stored(store, sample));
    const auto handout = folder.filePath(u"ann.dslabels"_s);
    QVERIFY(exportHandout(store, sample.id, u"Ann"_s, handout, {}));
    const auto blindStore = folder.filePath(u"blind.decayscope"_s);
    QCOMPARE(printed(taken(blindStore, {handout})), u"0 labels, 0 new, %1 runs"_s.arg(sample.items.size()));

    const auto book = storedLabelBook(blindStore);
    const auto blindStudy = readSnapshot(blindStore);
    const IdentityMask mask(study->styles, sample.maskRules);
    QVERIFY(book->samples.front().isHandout);
    for (std::size_t i = 0; i < sample.items.size(); ++i) {
        const auto means = [](const LabelTarget &target) { return [&](const Run &run) { return target.means(run); }; };
        const auto original = std::ranges::find_if(few.runs, means(sample.items[i].target));
        const auto copy = std::ranges::find_if(blindStudy->runs, means(book->samples.front().items[i].target));
        QVERIFY(original != few.runs.end() && copy != blindStudy->runs.end());
        QCOMPARE(copy->assertions, original->assertions);
        QCOMPARE(copy->failed, original->failed);
        QCOMPARE(copy->turns, original->turns);
        QCOMPARE(copy->task, original->task);
        const auto masked = blindReading(*openRunInStore(store, original->id), mask);
        const auto read = openRunInStore(blindStore, copy->id);
        QVERIFY(read);
        QCOMPARE((*read)->patch.bytes, masked->patch.bytes);
        QCOMPARE((*read)->serverLog.bytes, masked->serverLog.bytes);
        QCOMPARE(printedTurns(*(*read)->turns), printedTurns(*masked->turns));
        for (int turn = 0; turn < masked->turns->count(); ++turn)
            QVERIFY(!mask.hasIdentity(QByteArrayView((*read)->turns->raw(turn))));
    }
}

void TestLabelExchange::onesOwnSampleStays()
{
    const QTemporaryDir folder;
    const auto handout = folder.filePath(u"ann.dslabels"_s);
    QVERIFY(exportHandout(m_coordinator, m_sample.design.title, u"Ann"_s, handout, {}));
    const auto store = folder.filePath(u"copy.decayscope"_s);
    QVERIFY(QFile::copy(m_coordinator, store));
    QVERIFY(taken(store, {handout}));
    QCOMPARE(storedLabelBook(store)->samples, storedLabelBook(m_coordinator)->samples);

    const auto other = folder.filePath(u"ben.dslabels"_s);
    QVERIFY(exportHandout(m_coordinator, m_sample.id, u"Ben"_s, other, {}));
    const auto shared = folder.filePath(u"shared.decayscope"_s);
    QVERIFY(taken(shared, {handout}));
    QVERIFY(printed(taken(shared, {other})).contains(u"This store has the sample \"round one\" for somebody else"));
    QCOMPARE(exportHandout(shared, m_sample.id, u"Ann"_s, other, {}).error().kind, ErrorKind::InvalidInput);
}

void TestLabelExchange::forgedNumbersAreRefused()
{
    const QTemporaryDir folder;
    auto larger = m_sample;
    larger.items.push_back(larger.items.front());
    larger.isHandout = true; // Nobody can check its hash.
    const auto store = folder.filePath(u"forger.decayscope"_s);
    QVERIFY(taken(store, {}));
    QVERIFY(stored(store, larger));
    QRandomGenerator chance(1);
    QVERIFY(labelled(store, u"Mallory"_s, larger, chance));
    const auto bytes = exportLabels(store, {.format = LabelFormat::Handin, .annotators = {}, .sample = {}});
    const auto handin = written(folder.filePath(u"m.dslabels"_s), *bytes);
    const auto honest = folder.filePath(u"honest.decayscope"_s);
    QVERIFY(QFile::copy(m_coordinator, honest));
    const auto before = contents(honest);
    QVERIFY(printed(taken(honest, {handin})).contains(u"its sample has 7 items, the one of this study has 6"));
    QCOMPARE(contents(honest), before);
}

void TestLabelExchange::whatIsNotThereIsSaid()
{
    const auto file = m_folder.filePath(u"x.dslabels"_s);
    QCOMPARE(exportHandout(m_coordinator, u"nothing"_s, u"Ann"_s, file, {}).error().kind, ErrorKind::NotFound);
    QCOMPARE(exportHandout(m_coordinator, m_sample.id, u"Zoe"_s, file, {}).error().kind, ErrorKind::NotFound);
    QVERIFY(!QFile::exists(file));
    QVERIFY(printed(taken(m_coordinator, {m_folder.filePath(u"no.csv"_s)})).contains(u"refused: There is no file"));
    const LabelExport nobody{.format = LabelFormat::LongCsv, .annotators = {u"Zoe"_s}, .sample = {}};
    QCOMPARE(exportLabels(m_coordinator, nobody).error().kind, ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(TestLabelExchange)
#include "tst_labelexchange.moc"
