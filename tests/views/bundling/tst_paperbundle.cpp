// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundledstudy.h"

#include <bundle/bundlereadme.h>
#include <bundle/labeldocuments.h>
#include <bundle/wordmask.h>
#include <bundling/bundlescan.h>
#include <bundling/paperbundle.h>
#include <figurefiles/pictureformats.h>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimeZone>

#include <algorithm>
#include <new>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

const QDateTime someTime(QDate(2026, 4, 1), QTime(12, 0), QTimeZone::UTC);
const QString program = u"decayscope 0.0"_s;

BundlePlan smallPlan()
{
    BundlePlan plan;
    plan.figures = {u"decay"_s, u"taxonomy"_s};
    plan.parts = {u"decay"_s, u"agreement"_s, u"feature"_s};
    return plan;
}

std::vector<BundledFile> madeFiles(const StudyData &data, const BundlePlan &plan)
{
    auto files = bundleFiles(data, plan, program, someTime, {});
    if (!files)
        qWarning().noquote() << files.error().message;
    return files ? std::move(*files) : std::vector<BundledFile>();
}

QStringList pathsOf(const std::vector<BundledFile> &files)
{
    QStringList paths;
    for (const auto &file : files)
        paths.append(file.path);
    return paths;
}

QString textOf(const std::vector<BundledFile> &files, const QString &path)
{
    const auto *file = bundledFile(files, path);
    return file ? QString::fromUtf8(file->content) : QString();
}

/// The same study from another store: other numbers of runs, another order.
StudyData renumbered(const StudyData &data)
{
    StudySnapshot study = *data.study;
    for (auto &run : study.runs)
        run.id = RunId{1000 - run.id.value};
    auto labels = std::make_shared<LabelBook>(*data.labels);
    labels->rows = labelRows(*labels->log, labels->samples, study.runs);
    study.path = u"/elsewhere/b.decayscope"_s;
    return {.study = std::make_shared<const StudySnapshot>(std::move(study)), .labels = std::move(labels)};
}

StudyData withARunChanged(const StudyData &data)
{
    StudySnapshot study = *data.study;
    study.runs.front().passed -= 1;
    study.runs.front().failed += 1;
    return {.study = std::make_shared<const StudySnapshot>(std::move(study)), .labels = data.labels};
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestPaperBundle : public QObject
{
    Q_OBJECT

private slots:
    void holdsWhatWasAskedFor();
    void readmeTellsWhatIsMissing();
    void theSameStudyGivesTheSameBytes();
    void wrongWordsAreErrors_data();
    void wrongWordsAreErrors();
    void verifiesItself();
    void changesAreNamed_data();
    void changesAreNamed();
    void picturesOfThisQtAreCompared();
    void whatIsThrownIsAnError();
    void theStoreIsCompared();
    void anonymousBundlesNameNobody();
    void whatIsLeftOfAnIdentityIsAnError();
    void tracesAreFoundInsidePictures();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    /// A folder with the small bundle, made once.
    [[nodiscard]] QString builtBundle();

    const StudyData m_data = Test::aLabelledStudy();
    QTemporaryDir m_folder;
    int m_built = 0;
    std::vector<BundledFile> m_files;
};

QString TestPaperBundle::builtBundle()
{
    if (m_files.empty())
        m_files = madeFiles(m_data, smallPlan());
    const QDir folder(path(u"built-%1"_s.arg(++m_built)));
    for (const auto &file : m_files) {
        folder.mkpath(QFileInfo(file.path).path());
        write(folder.filePath(file.path), file.content);
    }
    write(folder.filePath(u"MANIFEST.sha256"_s), manifestDocument(manifestOf(m_files)));
    return folder.path();
}

void TestPaperBundle::holdsWhatWasAskedFor()
{
    const auto paths = pathsOf(madeFiles(m_data, smallPlan()));
    QStringList expected{u"README.md"_s, u"agreement/Ada-Lovelace-bob-categories.csv"_s,
        u"agreement/Ada-Lovelace-bob-categories.tex"_s, u"agreement/Ada-Lovelace-bob-coefficients.csv"_s,
        u"agreement/Ada-Lovelace-bob-coefficients.tex"_s, u"agreement/Ada-Lovelace-bob-confusion.csv"_s,
        u"agreement/Ada-Lovelace-bob-confusion.tex"_s, u"agreement/Ada-Lovelace-bob-rounds.csv"_s,
        u"agreement/Ada-Lovelace-bob-rounds.tex"_s, u"agreement/Ada-Lovelace-bob.md"_s};
    for (const auto &path : expected)
        QVERIFY2(paths.contains(path), qPrintable(path + u" is not among\n" + paths.join(u'\n')));
    expected = {u"bundle.json"_s, u"certificates/Round-of-Ada-Lovelace.json"_s, u"codebook/constraint-decay-v1.json"_s,
        u"codebook/constraint-decay-v1.md"_s, u"data/codebooks.jsonl"_s, u"data/configurations.csv"_s,
        u"data/labels.jsonl"_s, u"data/runs.csv"_s, u"data/samples.jsonl"_s, u"data/study.json"_s,
        u"figures/decay.csv"_s, u"figures/decay.dsfig"_s, u"figures/decay.pdf"_s, u"figures/decay.svg"_s,
        u"figures/decay.tex"_s, u"figures/taxonomy.csv"_s, u"figures/taxonomy.dsfig"_s, u"figures/taxonomy.pdf"_s,
        u"figures/taxonomy.svg"_s, u"figures/taxonomy.tex"_s, u"plan.json"_s, u"samples/Round-of-Ada-Lovelace.json"_s,
        u"tables/agreement.csv"_s, u"tables/agreement.html"_s, u"tables/agreement.md"_s, u"tables/agreement.tex"_s,
        u"tables/decay.csv"_s, u"tables/decay.html"_s, u"tables/decay.md"_s, u"tables/decay.tex"_s};
    QCOMPARE(QStringList(paths.begin() + paths.indexOf(u"bundle.json"_s), paths.end()), expected);
}

void TestPaperBundle::readmeTellsWhatIsMissing()
{
    const auto readme = textOf(madeFiles(m_data, smallPlan()), u"README.md"_s);
    QVERIFY2(readme.contains(u"## What could not be made\n\n- Tables: "_s), qPrintable(readme));
    QVERIFY(readme.contains(u"sha256sum -c MANIFEST.sha256"_s));
    QVERIFY(readme.contains(u"[decay.pdf](figures/decay.pdf)"_s));
}

void TestPaperBundle::theSameStudyGivesTheSameBytes()
{
    auto plan = smallPlan();
    plan.filter.only = std::set<RunId>();
    for (const auto &run : m_data.study->runs)
        plan.filter.only->insert(run.id);
    const auto other = renumbered(m_data);
    auto otherPlan = smallPlan();
    otherPlan.filter.only = std::set<RunId>();
    for (const auto &run : other.study->runs)
        otherPlan.filter.only->insert(run.id);
    const auto files = madeFiles(m_data, plan);
    const auto again = madeFiles(other, otherPlan);
    QCOMPARE(pathsOf(again), pathsOf(files));
    for (const auto &file : files)
        QVERIFY2(bundledFile(again, file.path)->content == file.content, qPrintable(file.path));
}

void TestPaperBundle::wrongWordsAreErrors_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("said");
    QTest::newRow("venue") << u"preset"_s << u"nowhere"_s;
    QTest::newRow("font") << u"font"_s << u"No Such Font"_s;
    QTest::newRow("figure") << u"figure"_s << u"There is no figure \"decoy\". There are decay"_s;
    QTest::newRow("part") << u"part"_s << u"There is no table or analysis \"decoy\""_s;
}

void TestPaperBundle::wrongWordsAreErrors()
{
    QFETCH(QString, what);
    QFETCH(QString, said);
    BundlePlan plan;
    if (what == u"preset")
        plan.preset = u"nowhere"_s;
    else if (what == u"font")
        plan.look.font = u"No Such Font"_s;
    else if (what == u"figure")
        plan.figures = {u"decoy"_s};
    else
        plan.parts = {u"decoy"_s};
    const auto files = bundleFiles(m_data, plan, program, someTime, {});
    QVERIFY(!files);
    QVERIFY2(files.error().message.contains(said), qPrintable(files.error().message));
}

void TestPaperBundle::verifiesItself()
{
    const auto folder = path(u"whole"_s);
    const auto lines = buildBundle(folder, m_data, smallPlan(), program, someTime, {});
    QVERIFY2(lines, lines ? "" : qPrintable(lines.error().message));
    const auto verdict = verifyBundle(folder, nullptr, program, {});
    QVERIFY(verdict);
    QCOMPARE(verdict->differences, QStringList());
    QCOMPARE(verdict->notes, QStringList());
    QVERIFY(verdict->matches());
    QCOMPARE(verdict->files, *lines);
    QCOMPARE(verdict->picturesNotCompared, 0);
    const auto again = buildBundle(folder, m_data, smallPlan(), program, someTime, {});
    QCOMPARE(again.error().message,
        u"The bundle cannot go to \"%1\": the folder is not empty. Name one that is not there yet."_s.arg(folder));
}

void TestPaperBundle::changesAreNamed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<bool>("isRelisted"); // The manifest is made anew, as somebody would who wants to hide it.
    QTest::addColumn<QStringList>("differences");
    const auto row = [](const char *name, const QString &path, const QByteArray &from, const QByteArray &to,
                         bool isRelisted, const QStringList &differences) {
        QTest::newRow(name) << path << from << to << isRelisted << differences;
    };
    const auto changed = u"\"%1\" was changed: its hash is not the manifest's."_s;
    const auto stop = u"Nothing was made again, because the files that it is made from were changed."_s;
    row("picture", u"figures/decay.pdf"_s, "%PDF", "%PDE", false, {changed.arg(u"figures/decay.pdf")});
    row("table", u"tables/decay.csv"_s, "mini_swe", "mini_sve", false, {changed.arg(u"tables/decay.csv")});
    row("data", u"data/runs.csv"_s, "yes", "no", false, {changed.arg(u"data/runs.csv"), stop});
    row("hidden text", u"README.md"_s, "Paper", "Pauper", true,
        {u"\"README.md\" comes out otherwise from line 1 on."_s});
    row("hidden table", u"tables/decay.csv"_s, "mini_swe_sdk,", "mini_sve_sdk,", true,
        {u"\"tables/decay.csv\" comes out otherwise: row 1, scaffold: mini_sve_sdk stands there, mini_swe_sdk comes out."_s});
    row("hidden picture", u"figures/decay.svg"_s, "width=", "height=", true, {});
    row("missing", u"tables/decay.md"_s, {}, {}, false, {u"\"tables/decay.md\" is missing."_s});
    row("hidden missing", u"tables/decay.md"_s, {}, {}, true,
        {u"\"tables/decay.md\" is missing: the plan makes it."_s});
    row("added", u"figures/more.pdf"_s, {}, "%PDF", false, {u"\"figures/more.pdf\" is not in the manifest."_s});
    row("hidden added", u"figures/more.pdf"_s, {}, "%PDF", true,
        {u"\"figures/more.pdf\" is not made again from the data."_s});
}

void TestPaperBundle::changesAreNamed()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(bool, isRelisted);
    QFETCH(QStringList, differences);
    const auto folder = builtBundle();
    const auto file = QDir(folder).filePath(path);
    if (to.isEmpty())
        QVERIFY(QFile::remove(file));
    else
        write(file, from.isEmpty() ? to : bytesOf(file).replace(from, to));
    if (isRelisted) {
        auto files = m_files;
        std::erase_if(files, [&path](const BundledFile &other) { return other.path == path; });
        if (!to.isEmpty())
            files.push_back({.path = path, .content = bytesOf(file)});
        write(QDir(folder).filePath(u"MANIFEST.sha256"_s), manifestDocument(manifestOf(files)));
    }
    const auto verdict = verifyBundle(folder, nullptr, program, {});
    QVERIFY(verdict);
    QVERIFY(!verdict->matches());
    if (differences.isEmpty())
        QVERIFY2(
            verdict->differences.value(0).startsWith(u"\"%1\""_s.arg(path)), qPrintable(verdict->differences.value(0)));
    else
        QCOMPARE(verdict->differences, differences);
}

/// A forger writes bundle.json, too: what it says of the trial figure does not excuse another picture.
void TestPaperBundle::picturesOfThisQtAreCompared()
{
    const auto forged = [this](const QString &qt) {
        const auto folder = builtBundle();
        auto files = m_files;
        for (auto &file : files) {
            if (file.path == u"bundle.json") {
                auto making = readBundleMaking(file.content, file.path);
                making->qt = qt;
                making->drawing = u"0"_s.repeated(64);
                file.content = bundleMakingDocument(*making);
            } else if (file.path == u"figures/decay.svg") {
                file.content.replace("stroke-width", "stroke-widen");
            }
            write(QDir(folder).filePath(file.path), file.content);
        }
        write(QDir(folder).filePath(u"MANIFEST.sha256"_s), manifestDocument(manifestOf(files)));
        return verifyBundle(folder, nullptr, program, {}).value_or(BundleVerdict());
    };
    const auto here = forged(QString::fromLatin1(qVersion()));
    QCOMPARE(here.picturesNotCompared, 0);
    QVERIFY2(here.differences.join(u'\n').contains(u"\"figures/decay.svg\" is drawn otherwise"),
        qPrintable(here.differences.join(u'\n')));
    const auto elsewhere = forged(u"5.0.0"_s);
    QCOMPARE(elsewhere.picturesNotCompared, 1);
    QVERIFY2(elsewhere.notes.join(u'\n').contains(u"1 picture could not be compared"),
        qPrintable((elsewhere.notes + elsewhere.differences).join(u'\n')));
}

void TestPaperBundle::whatIsThrownIsAnError()
{
    const auto *const here = QThread::currentThread();
    const auto throwing = [here](bool isHere) {
        return Progress([here, isHere]() -> bool {
            if ((QThread::currentThread() == here) == isHere)
                throw std::bad_alloc();
            return false;
        });
    };
    const auto folder = builtBundle();
    for (const bool isHere : {true, false}) {
        const auto verdict = verifyBundle(folder, nullptr, program, throwing(isHere));
        QVERIFY(!verdict);
        QCOMPARE(verdict.error().kind, ErrorKind::Damaged);
        const auto target = path(u"thrown"_s);
        const auto lines = buildBundle(target, m_data, smallPlan(), program, someTime, throwing(isHere));
        QVERIFY(!lines);
        QCOMPARE(lines.error().kind, ErrorKind::Damaged);
        QVERIFY(!QFileInfo::exists(target));
    }
}

void TestPaperBundle::theStoreIsCompared()
{
    const auto folder = builtBundle();
    const auto same = verifyBundle(folder, &m_data, program, {});
    QVERIFY(same);
    QCOMPARE(same->differences, QStringList());
    const auto changed = withARunChanged(m_data);
    const auto verdict = verifyBundle(folder, &changed, program, {});
    QVERIFY(verdict);
    QCOMPARE(verdict->differences.size(), 1);
    QVERIFY2(verdict->differences.front().startsWith(u"Run "_s)
            && verdict->differences.front().contains(u" changed: passed was "_s),
        qPrintable(verdict->differences.front()));
    StudySnapshot study = *m_data.study;
    study.storeId = u"another"_s;
    const StudyData other{.study = std::make_shared<const StudySnapshot>(study), .labels = m_data.labels};
    QVERIFY(verifyBundle(folder, &other, program, {})->isOtherStore);
}

void TestPaperBundle::anonymousBundlesNameNobody()
{
    auto plan = smallPlan();
    plan.anonymous = true;
    plan.identities = {u"lovelace"_s, u"/home/"_s};
    const auto folder = path(u"anonymous"_s);
    const auto lines = buildBundle(folder, m_data, plan, program, someTime, {});
    QVERIFY2(lines, lines ? "" : qPrintable(lines.error().message));
    const auto files = madeFiles(m_data, plan);
    QCOMPARE(identityTraces(files, WordMask(Test::identitiesOfIt())), QStringList());
    QVERIFY(textOf(files, u"agreement/annotator-1-annotator-2.md"_s).contains(u"annotator 1"_s));
    const auto verdict = verifyBundle(folder, &m_data, program, {});
    QVERIFY(verdict);
    QCOMPARE(verdict->differences, QStringList());
    QVERIFY(!identityTraces(madeFiles(m_data, smallPlan()), WordMask(Test::identitiesOfIt())).isEmpty());
}

void TestPaperBundle::whatIsLeftOfAnIdentityIsAnError()
{
    StudySnapshot study = *m_data.study;
    for (auto &run : study.runs)
        run.key.configuration.model.prepend(u"lovelace-");
    study.styles = completedStyles({}, study.runs);
    const StudyData data{
        .study = std::make_shared<const StudySnapshot>(study), .labels = std::make_shared<const LabelBook>()};
    auto plan = smallPlan();
    plan.anonymous = true;
    plan.identities = {u"lovelace"_s};
    const auto folder = path(u"leak"_s);
    const auto lines = buildBundle(folder, data, plan, program, someTime, {});
    QVERIFY(!lines);
    QVERIFY2(lines.error().message.contains(u"data/runs.csv holds \"lovelace\""_s), qPrintable(lines.error().message));
    QVERIFY(!QFileInfo::exists(folder));
}

void TestPaperBundle::tracesAreFoundInsidePictures()
{
    const auto files = madeFiles(m_data, smallPlan());
    for (const auto *path : {"figures/decay.pdf", "figures/decay.svg"}) {
        const auto *file = bundledFile(files, QString::fromLatin1(path));
        const auto traces
            = identityTraces(std::vector{*file}, WordMask({u"provenance_of_nobody"_s, m_data.study->storeId}));
        QCOMPARE(traces, QStringList{u"%1 holds \"%2\""_s.arg(QLatin1StringView(path), m_data.study->storeId)});
    }
}

QTEST_MAIN(TestPaperBundle)
#include "tst_paperbundle.moc"
