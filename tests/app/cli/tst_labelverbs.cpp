// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// `labels`, and labels in `import` and `tables`, on the study's label files.

#include "calledverb.h"
#include "writtenfiles.h"

#include <support/shareddata.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;
using nlohmann::json;
using Test::bytesOf;
using Test::VerbOutcome;

namespace {

const QStringList fileNames{u"logic_subcategories_gpt-5.4.csv"_s, u"failure_analysis_qwen3-coder-next.csv"_s,
    u"failure_analysis_gpt-5-mini.csv"_s, u"judge_validation_set.json"_s, u"logic_subcategories_minimax-m2.5.csv"_s,
    u"failure_analysis_minimax-m2.5.csv"_s, u"logic_subcategories.csv"_s, u"failure_analysis_gpt-5.4.csv"_s,
    u"logic_subcategories_gpt-5-mini.csv"_s};

QStringList studyFiles()
{
    QStringList files;
    for (const auto &name : fileNames)
        files += Test::sharedFile(u"data/paper/"_s + name);
    return files;
}

} // namespace

class TestLabelVerbs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        DECAYSCOPE_REQUIRE_SHARED("data/paper/judge_validation_set.json");
        m_store = m_folder.filePath(u"study.decayscope"_s);
        const auto first = called(QStringList{u"labels"_s, u"import"_s} + studyFiles());
        QCOMPARE(first.status, 0);
        QCOMPARE(first.document().at("added").get<int>(), 1173);
    }

    void importingAgainAddsNothing()
    {
        QCOMPARE(called(QStringList{u"labels"_s, u"import"_s} + studyFiles()).document().at("added").get<int>(), 0);
        const auto imported = called(QStringList{u"import"_s} + studyFiles());
        QCOMPARE(imported.status, 0);
        QCOMPARE(imported.document().at("labels").get<int>(), 0);
        QCOMPARE(imported.document().at("runs").get<int>(), 0);
    }

    void agreementIsThePublishedOne()
    {
        const auto told = called({u"labels"_s, u"agreement"_s, u"--by"_s, u"human"_s, u"--against"_s, u"judge"_s});
        QCOMPARE(told.status, 0);
        const auto answer = told.document();
        QCOMPARE(answer.at("items").get<int>(), 50);
        QCOMPARE(answer.at("accuracy").get<double>(), 0.98);
        QCOMPARE(answer.at("kappa").get<double>(), 0.9752597723899059);
        QCOMPARE(answer.at("macro_f1").get<double>(), 0.9748148148148149);
        const auto low = answer.at("interval").at(0).get<double>();
        QVERIFY2(low > 0.90 && low < 0.95, qPrintable(QString::number(low)));
        QCOMPARE(answer.at("interval").at(1).get<double>(), 1.0);
        QCOMPARE(answer.at("confusion").at("framework_idiosyncrasy").at("incorrect_query_logic").get<int>(), 1);
        for (const auto &category : answer.at("categories")) {
            if (category.at("name") == "framework_idiosyncrasy")
                QCOMPARE(category.at("recall").get<double>(), 0.8);
        }
        QCOMPARE(answer.at("categories").size(), std::size_t{6});
    }

    void nothingToCompareIsAFinding()
    {
        const auto agreement = [&](const QString &against, const QString &level) {
            return called(
                {u"labels"_s, u"agreement"_s, u"--by"_s, u"human"_s, u"--against"_s, against, u"--level"_s, level})
                .status;
        };
        QCOMPARE(agreement(u"nobody"_s, u"leaf"_s), 1);
        QCOMPARE(agreement(u"judge"_s, u"coarse"_s), 0);
        QCOMPARE(agreement(u"judge"_s, u"fine"_s), 0);
        QCOMPARE(agreement(u"judge"_s, u"other"_s), 2);
        QCOMPARE(called({u"labels"_s, u"sample"_s, u"list"_s}).status, 1);
        QCOMPARE(called({u"labels"_s, u"sample"_s, u"show"_s, u"x"_s}).status, 1);
        QCOMPARE(called({u"labels"_s, u"certificate"_s, u"--sample"_s, u"x"_s}).status, 1);
        QCOMPARE(
            Test::calledVerb({u"--store"_s, m_folder.filePath(u"none"_s), u"labels"_s, u"sample"_s, u"list"_s}).status,
            3);
    }

    void theFailureTable()
    {
        const auto answer = called({u"tables"_s, u"taxonomy"_s}).document();
        QMap<QString, int> failed;
        QMap<QString, int> logic;
        for (const auto &row : answer.at("rows")) {
            if (row.at("annotator") != "judge")
                continue;
            const auto model = QString::fromStdString(row.at("model").get<std::string>());
            if (row.at("subcategory").is_null())
                failed[model] += row.at("count").get<int>();
            else
                logic[model] += row.at("count").get<int>();
        }
        QCOMPARE(failed,
            (QMap<QString, int>{
                {u"gpt-5-mini"_s, 200}, {u"gpt-5.4"_s, 103}, {u"minimax-m2.5"_s, 145}, {u"qwen3-coder-next"_s, 194}}));
        QCOMPARE(logic,
            (QMap<QString, int>{
                {u"gpt-5-mini"_s, 63}, {u"gpt-5.4"_s, 64}, {u"minimax-m2.5"_s, 111}, {u"qwen3-coder-next"_s, 137}}));
        const auto agreement = called({u"tables"_s, u"agreement"_s, u"--by"_s, u"human"_s, u"--against"_s, u"judge"_s});
        QCOMPARE(agreement.status, 0);
    }

    void exportsByName()
    {
        const auto file = m_folder.filePath(u"failure_analysis_judge.csv"_s);
        const auto told = called({u"labels"_s, u"export"_s, file, u"--annotator"_s, u"judge"_s});
        QCOMPARE(told.document().at("format").get<std::string>(), "failure-csv");
        QCOMPARE(bytesOf(file).count("\r\nmini_swe_sdk,"), 194 + 200 + 145 + 103);
        QCOMPARE(called({u"labels"_s, u"export"_s, file}).status, 2);
        QCOMPARE(called({u"labels"_s, u"export"_s, m_folder.filePath(u"x.txt"_s)}).status, 2);
        QCOMPARE(
            called({u"labels"_s, u"export"_s, m_folder.filePath(u"x.csv"_s), u"--annotator"_s, u"no"_s}).status, 1);
        const auto all = m_folder.filePath(u"all.dslabels"_s);
        QCOMPARE(called({u"labels"_s, u"export"_s, all}).status, 0);
        const auto other = m_folder.filePath(u"other.decayscope"_s);
        const auto taken
            = Test::calledVerb({u"--store"_s, other, u"--json"_s, u"--quiet"_s, u"labels"_s, u"import"_s, all});
        QCOMPARE(taken.document().at("added").get<int>(), 1173);
        const auto lines = called({u"labels"_s, u"export"_s, u"-"_s, u"--format"_s, u"jsonl"_s}).output;
        QCOMPARE(lines.count('\n'), 194 + 200 + 145 + 103 + 50);
    }

    void refusedFilesAreListed()
    {
        const auto path = m_folder.filePath(u"broken.dslabels"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{}\n") == 3);
        file.close();
        const auto told = called({u"labels"_s, u"import"_s, path});
        QCOMPARE(told.status, 4);
        QCOMPARE(told.document().at("refused").at(0).at("path").get<std::string>(), path.toStdString());
    }

private:
    [[nodiscard]] VerbOutcome called(const QStringList &arguments) const
    {
        return Test::calledVerb(QStringList{u"--store"_s, m_store, u"--json"_s, u"--quiet"_s} + arguments);
    }

    QTemporaryDir m_folder;
    QString m_store;
};

QTEST_GUILESS_MAIN(TestLabelVerbs)
#include "tst_labelverbs.moc"
