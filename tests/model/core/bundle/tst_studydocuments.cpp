// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundledstudy.h"
#include "figurestudies.h"

#include <bundle/labeldocuments.h>
#include <bundle/rundocument.h>
#include <figures/figuretable.h>
#include <figures/tablewriters.h>
#include <publishing/caption.h>
#include <publishing/figureruns.h>
#include <publishing/provenance.h>
#include <support/arun.h>

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;
using Test::aRun;

class TestStudyDocuments : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldComesBack();
    void theHashStays();
    void tablesStay();
    void figuresStay();
    void labelChainsStay();
    void chosenRunsAreMapped();
    void anEmptyStudyComesBack();
    void oddDocumentsAreErrors_data();
    void oddDocumentsAreErrors();

private:
    const StudyData m_data = Test::aLabelledStudy();
};

namespace {

StudyData readBack(const StudyData &data)
{
    auto read = readStudyDocuments(studyDocuments(data), u"bundle"_s);
    if (!read) {
        qWarning().noquote() << read.error().message;
        return {.study = std::make_shared<const StudySnapshot>(), .labels = std::make_shared<const LabelBook>()};
    }
    return *read;
}

StudyData unlabelled(std::vector<Run> runs)
{
    StudySnapshot study;
    study.runs = std::move(runs);
    study.styles = completedStyles({}, study.runs);
    return {.study = std::make_shared<const StudySnapshot>(std::move(study)),
        .labels = std::make_shared<const LabelBook>()};
}

std::vector<Run> oddRuns()
{
    Run full = aRun().of("a,\"b\"\r\nc").on("koa", {Constraint::CleanArchitecture, Constraint::Postgres});
    full.syntaxVerdicts = RunVerdicts{Verdict::Violated, Verdict::Compliant, Verdict::NotApplicable};
    full.tokens = TokenCount{.input = 1, .output = -2, .estimated = true};
    full.allTokens = TokenCount{.input = qint64{1} << 40, .output = 0, .estimated = false};
    full.turns = 77;
    full.warnings = 3;
    full.newestDate = false;
    Run excluded = aRun().of("ümlaut 模型").excluded("server, \"crashed\"");
    Run excludedMute = aRun().of("m").excluded("").ending(Termination::LimitsExceeded);
    Run silent = aRun().of("").trial(12).dated("");
    return {full, excluded, excludedMute, silent, aRun().onFeature("flask", "tags"), aRun().fromOutside("x")};
}

std::vector<Run> numbered(std::vector<Run> runs)
{
    std::ranges::sort(runs, {}, &Run::key);
    qint64 number = 0;
    for (auto &run : runs)
        run.id = RunId{++number};
    return runs;
}

QByteArray textOf(const Result<TableSpec> &table)
{
    if (!table)
        return table.error().message.toUtf8();
    return writeTable(*table, TableFormat::Json) + writeTable(*table, TableFormat::Latex)
        + writeTable(*table, TableFormat::Html);
}

QByteArray textOf(const Result<FigureSpec> &figure, const StudySnapshot &study)
{
    if (!figure)
        return figure.error().message.toUtf8();
    return writeTable(tableOfFigure(*figure), TableFormat::Json) + captionText(*figure).toUtf8()
        + figure->summary.toUtf8() + figure->notes.join(u'\n').toUtf8() + runsDocument(runsOfFigure(*figure, study));
}

} // namespace

void TestStudyDocuments::everyFieldComesBack()
{
    const auto read = readBack(unlabelled(oddRuns()));
    QCOMPARE(read.study->runs.size(), 6UZ);
    const auto expected = numbered(oddRuns());
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY2(read.study->runs.at(i) == expected.at(i), qPrintable(expected.at(i).key.configuration.model));
    QCOMPARE(read.study->styles, unlabelled(oddRuns()).study->styles);
    QCOMPARE(m_data.study->name, readBack(m_data).study->name);
    QCOMPARE(m_data.study->storeId, readBack(m_data).study->storeId);
}

void TestStudyDocuments::theHashStays()
{
    const auto read = readBack(m_data);
    QCOMPARE(studyHash(*read.study, read.labels.get()), studyHash(*m_data.study, m_data.labels.get()));
    QCOMPARE(studyHash(*readBack(unlabelled(oddRuns())).study), studyHash(*unlabelled(oddRuns()).study));
    QCOMPARE(studyDocuments(read).size(), studyDocuments(m_data).size());
    for (const auto &file : studyDocuments(m_data))
        QCOMPARE(bundledFile(studyDocuments(read), file.path)->content, file.content);
}

void TestStudyDocuments::tablesStay()
{
    const auto read = readBack(m_data);
    for (const auto &table : tableCatalogue()) {
        for (const auto mode : {ScoreMode::Strict, ScoreMode::Raw})
            QCOMPARE(textOf(buildTable(table.name, *read.study, {.mode = mode, .labels = read.labels})),
                textOf(buildTable(table.name, *m_data.study, {.mode = mode, .labels = m_data.labels})));
    }
}

void TestStudyDocuments::figuresStay()
{
    const auto read = readBack(m_data);
    for (const auto &figure : figureCatalogue())
        QCOMPARE(textOf(buildFigure(figure.name, *read.study, {.labels = read.labels}), *read.study),
            textOf(buildFigure(figure.name, *m_data.study, {.labels = m_data.labels}), *m_data.study));
}

void TestStudyDocuments::labelChainsStay()
{
    const auto read = readBack(m_data);
    QCOMPARE(read.labels->rows.size(), m_data.labels->rows.size());
    QCOMPARE(read.labels->log->events().size(), m_data.labels->log->events().size());
    QCOMPARE(read.labels->samples, m_data.labels->samples);
    QCOMPARE(read.labels->codebooks, m_data.labels->codebooks);
    for (const auto &event : read.labels->log->events())
        QCOMPARE(*m_data.labels->log->find(event.id), event);
}

void TestStudyDocuments::chosenRunsAreMapped()
{
    RunFilter filter{.models = {u"gpt-x"_s}};
    QCOMPARE(bundledFilter(filter, *m_data.study), filter);
    const auto read = readBack(m_data);
    filter = {};
    filter.only = std::set{m_data.study->runs.at(2).id, m_data.study->runs.at(5).id};
    const auto mapped = bundledFilter(filter, *m_data.study);
    const auto then = filtered(m_data.study->runs, filter);
    const auto now = filtered(read.study->runs, mapped);
    QCOMPARE(now.size(), then.size());
    for (std::size_t i = 0; i < now.size(); ++i)
        QCOMPARE(now.at(i).key, then.at(i).key);
}

void TestStudyDocuments::anEmptyStudyComesBack()
{
    QCOMPARE(readBack(unlabelled({})).study->runs.size(), 0UZ);
}

void TestStudyDocuments::oddDocumentsAreErrors_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QString &path, const QByteArray &from, const QByteArray &to,
                         const QString &said) { QTest::newRow(name) << path << from << to << said; };
    row("termination", u"data/runs.csv"_s, "Submitted", "Gone",
        u"\"bundle/data/runs.csv\" cannot be read as the runs of a study. Record 1 has an odd \"termination\": \"Gone\"."_s);
    row("columns", u"data/runs.csv"_s, "scaffold", "x", u"Its columns must be scaffold, model"_s);
    row("quotes", u"data/runs.csv"_s, "scaffold", "\"", u"It is not sound CSV."_s);
    row("constraint", u"data/runs.csv"_s, ",postgres,", ",mysql,", u"has an odd \"constraints\": \"mysql\"."_s);
    row("count", u"data/runs.csv"_s, ",77,", ",2147483647,", u"has an odd \"failed\": \"2147483647\"."_s);
    row("schema", u"data/study.json"_s, "\"schema\": 1", "\"schema\": 2", u"newer Decayscope"_s);
    row("study", u"data/study.json"_s, "{", "", u"It is no JSON object of less than 1 MB."_s);
    row("line", u"data/configurations.csv"_s, "solid", "wavy", u"Record 1 is no configuration"_s);
    row("event", u"data/labels.jsonl"_s, "imported", "dreamt", u"is none that this program knows"_s);
    row("sample", u"data/samples.jsonl"_s, "\"size\":50", "\"size\":51", u"is not what was frozen"_s);
    row("codebook", u"data/codebooks.jsonl"_s, "{", "[", u"Line 1: "_s);
}

void TestStudyDocuments::oddDocumentsAreErrors()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, said);
    auto files = studyDocuments(m_data);
    for (auto &file : files) {
        if (file.path == path) {
            QVERIFY(file.content.contains(from));
            file.content.replace(from, to);
        }
    }
    const auto read = readStudyDocuments(files, u"bundle"_s);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(said), qPrintable(read.error().message));
    std::erase_if(files, [&path](const BundledFile &file) { return file.path == path; });
    const bool isOptional = path.endsWith(u".jsonl");
    QCOMPARE(readStudyDocuments(files, u"bundle"_s).has_value(), isOptional);
}

QTEST_GUILESS_MAIN(TestStudyDocuments)
#include "tst_studydocuments.moc"
