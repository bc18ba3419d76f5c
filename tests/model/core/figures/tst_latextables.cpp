// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every table in every look, set by pdflatex. $DECAYSCOPE_PAGES names a folder that keeps the PDF files.

#include <figures/latextext.h>
#include <figures/tablebuilder.h>
#include <figures/tablewriters.h>
#include <support/arun.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;
using enum Constraint;

namespace {

struct NamedLook
{
    const char *name;
    TableLook look;
};

std::vector<NamedLook> looks()
{
    return {{"plain", {}}, {"siunitx", {.siunitx = true}},
        {"plus-minus", {.interval = IntervalForm::PlusMinus, .boldBest = true}},
        {"plus-minus siunitx", {.interval = IntervalForm::PlusMinus, .boldBest = true, .siunitx = true}},
        {"hidden, without notes", {.interval = IntervalForm::Hidden, .notes = false}},
        {"exact", {.boldBest = true, .paperExact = true, .label = u"tab:exact"_s}},
        {"exact siunitx",
            {.boldBest = true,
                .paperExact = true,
                .siunitx = true,
                .caption = u"What 100 % of {models} & \\agents_do"_s,
                .label = u"tab:a}b%c"_s}}};
}

/// Two models over all levels of some frameworks, one over a part of them.
std::vector<Run> manyRuns()
{
    const std::vector<ConstraintSet> variants{{}, {CleanArchitecture}, {Sqlite}, {Postgres},
        {CleanArchitecture, Postgres}, {Postgres, SqlAlchemy}, {CleanArchitecture, Postgres, SqlAlchemy}};
    std::vector<Run> runs;
    int step = 0;
    for (const auto *framework : {"flask", "django", "fastapi", "aiohttp"}) {
        for (const auto &variant : variants) {
            for (const auto *model : {"gpt-x", "kimi-k2"}) {
                const int passed = 100 - ((++step * 37) % 60) - 10 * static_cast<int>(variant.size());
                runs.push_back(aRun().of(model).on(framework, variant).passing(passed, 100));
            }
        }
        runs.push_back(aRun().of("gpt-x").onFeature(framework, "hard-focused-task-001").passing(10, 10));
    }
    runs.push_back(aRun().of("small-model", "openhands_sdk").on("flask").passing(3, 10).ending(Termination::Error));
    runs.push_back(
        aRun().of("small-model", "openhands_sdk").on("django").passing(3, 10).excluded("50 % of $HOME & #1"));
    return runs;
}

struct LabelledRuns
{
    StudySnapshot study;
    std::shared_ptr<LabelBook> labels = std::make_shared<LabelBook>();
};

LabelledRuns labelledRuns(std::vector<Run> runs)
{
    LabelledRuns made;
    made.study = {.name = u"test"_s, .runs = std::move(runs)};
    made.study.styles = completedStyles({}, made.study.runs);
    const std::vector<std::pair<QString, QString>> codes{{u"logic_error"_s, u"incorrect_query_logic"_s},
        {u"logic_error"_s, u"auth_misconfiguration"_s}, {u"schema_format_error"_s, {}}};
    for (std::size_t i = 0; i < made.study.runs.size(); i += 3) {
        for (const auto &annotator : {u"judge"_s, u"ada_\\%&"_s}) {
            const auto &[code, subcode] = codes[(i / 3 + (annotator == u"judge" && i % 2 == 0 ? 1 : 0)) % codes.size()];
            LabelRow row{.annotator = annotator, .target = targetOf(made.study.runs[i].key)};
            row.label = {.code = code, .subcode = subcode, .codebook = studyCodebook().id, .version = 1};
            row.run = made.study.runs[i].id;
            made.labels->rows.push_back(row);
        }
    }
    std::ranges::stable_sort(made.labels->rows, {}, &LabelRow::target);
    return made;
}

LabelledRuns plainStudy()
{
    return labelledRuns(manyRuns());
}

QStringList oddNames()
{
    return {u"100%_&#~^\\{}$"_s, u"[x] *starred* \\end{tabular} \\input{/etc/passwd}"_s, u"Qwen—3“coder” naïve Łódź"_s,
        u"модель-模型-🤖-é‍\u0301"_s, u"a--b---c ``q'' ?` <<x>> |y|"_s, u"α β γ Δ Ω µ ² ½ ﬁ Ａ"_s,
        u"line\nbreak\ttab\u2028sep\u0007bell"_s,
        u"a-very-long-name-without-any-end/of_the_kind_that_routers_give:models.with-dates-2026-11-23"_s,
        QString(120, u'x'), QString(QChar(0xd800)) % u"lone"_s};
}

LabelledRuns oddStudy()
{
    auto runs = manyRuns();
    const auto names = oddNames();
    for (std::size_t i = 0; i < runs.size(); ++i) {
        auto &configuration = runs[i].key.configuration;
        configuration.model = names[static_cast<qsizetype>(i) % names.size()];
        configuration.scaffold = u"_%$"_s;
    }
    return labelledRuns(std::move(runs));
}

/// One document with every table in every look, a page each.
QString documentOf(const LabelledRuns &made, const QString &page)
{
    QString text = u"\\documentclass[10pt]{article}\n\\usepackage["_s % page
        % u"]{geometry}\n\\usepackage{booktabs}\n\\usepackage{array}\n\\usepackage{siunitx}\n\\begin{document}\n"_s;
    for (const auto &[name, look] : looks()) {
        for (const auto &info : tableCatalogue()) {
            const auto table
                = buildTable(info.name, made.study, {.filter = {}, .labels = made.labels, .by = {}, .against = {}});
            if (!table)
                continue;
            text += u"\\noindent\\texttt{"_s % latexEscaped(info.name % u", " % QString::fromLatin1(name)) % u"}\\par\n"
                % QString::fromUtf8(writeTable(*table, TableFormat::Latex, look)) % u"\\clearpage\n";
        }
    }
    return text % u"\\end{document}\n";
}

/// What pdflatex has to say of a document: errors, and boxes more than 20 pt too wide.
QStringList complaints(const QString &document, const QString &name)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(name % u".tex"));
    if (!file.open(QIODevice::WriteOnly) || file.write(document.toUtf8()) < 0)
        return {u"cannot write "_s % file.fileName()};
    file.close();
    QProcess latex;
    latex.setWorkingDirectory(folder.path());
    latex.start(u"pdflatex"_s,
        {u"-interaction=nonstopmode"_s, u"-no-shell-escape"_s, u"-halt-on-error"_s, QString(name % u".tex")});
    if (!latex.waitForFinished(300'000)) {
        latex.kill();
        latex.waitForFinished();
        return {u"pdflatex takes too long"_s};
    }
    const auto log = QString::fromUtf8(latex.readAllStandardOutput());
    if (const auto kept = qEnvironmentVariable("DECAYSCOPE_PAGES"); !kept.isEmpty()) {
        for (const auto &suffix : {u".pdf"_s, u".tex"_s, u".log"_s}) {
            QFile::remove(QDir(kept).filePath(name % suffix));
            QFile::copy(folder.filePath(name % suffix), QDir(kept).filePath(name % suffix));
        }
    }
    QStringList found;
    if (latex.exitCode() != 0)
        found << log.right(1200);
    static const QRegularExpression tooWide(u"Overfull \\\\hbox \\(([0-9.]+)pt too wide\\)[^\n]*"_s);
    for (const auto &match : tooWide.globalMatch(log)) {
        if (match.captured(1).toDouble() > 20)
            found << match.captured();
    }
    return found;
}

} // namespace

class TestLatexTables : public QObject
{
    Q_OBJECT

private slots:
    void textThatLatexTakes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("latex");
        QTest::newRow("signs") << u"a_b%c&d#e$f{g}h"_s << u"a\\_b\\%c\\&d\\#e\\$f\\{g\\}h"_s;
        QTest::newRow("commands") << u"\\input{x}^~"_s
                                  << u"\\textbackslash{}input\\{x\\}\\textasciicircum{}\\textasciitilde{}"_s;
        QTest::newRow("hyphens") << u"a--b"_s << u"a-{}-b"_s;
        QTest::newRow("accents") << u"éŁñ"_s << u"\\'{e}\\L{}\\~{n}"_s;
        QTest::newRow("combining") << u"e\u0301"_s << u"\\'{e}"_s;
        QTest::newRow("greek") << u"κ α Δ"_s << u"$\\kappa$ $\\alpha$ $\\Delta$"_s;
        QTest::newRow("full width") << u"Ａ％"_s << u"A\\%"_s;
        QTest::newRow("emoji") << u"🤖"_s << u"[U+1F916]\\allowbreak{}"_s;
        QTest::newRow("han") << u"模"_s << u"[U+6A21]\\allowbreak{}"_s;
        QTest::newRow("invisible") << u"a\u200d\ufe0f\u202eb"_s << u"ab"_s;
        QTest::newRow("control") << u"a\n\x07"
                                    "b"_s
                                 << u"a  b"_s;
        QTest::newRow("long") << QString(30, u'x') << QString(QString(24, u'x') % u"\\allowbreak{}" % QString(6, u'x'));
        QTest::newRow("nothing") << QString() << QString();
    }

    void textThatLatexTakes()
    {
        QFETCH(QString, text);
        QTEST(latexEscaped(text), "latex");
    }

    void labelsAreSafe()
    {
        QCOMPARE(latexLabel(u"tab:decay-2_b"_s), u"tab:decay-2_b"_s);
        QCOMPARE(latexLabel(u"a}b%c é\\"_s), u"a-b-c---"_s);
    }

    void numbersStandInColumns()
    {
        TableSpec table{.name = u"x"_s, .title = u"X"_s};
        table.columns = {{.key = u"model"_s, .title = u"Model"_s},
            {.key = u"a"_s,
                .title = u"A%"_s,
                .kind = CellKind::Percent,
                .lowKey = u"low"_s,
                .highKey = u"high"_s,
                .best = BestValue::Highest},
            {.key = u"low"_s, .title = u"low"_s, .kind = CellKind::Percent, .forPeople = false},
            {.key = u"high"_s, .title = u"high"_s, .kind = CellKind::Percent, .forPeople = false},
            {.key = u"d"_s, .title = u"D"_s, .kind = CellKind::Points},
            {.key = u"p"_s, .title = u"p"_s, .kind = CellKind::PValue}};
        table.rows = {{.cells = {u"x"_s, 92.13, 80.0, 103.0, 4.0, 0.0001}, .runs = {}, .mark = u"*"_s},
            {.cells = {u"y"_s, 5.0, Cell(), Cell(), -12.0, 0.25}, .runs = {}, .mark = {}}};
        const TableLook look{.boldBest = true, .siunitx = true, .caption = u"C & D"_s, .label = u"tab:x"_s};
        const auto text = QString::fromUtf8(writeTable(table, TableFormat::Latex, look));
        QCOMPARE(text.split(u'\n'),
            (QStringList{u"% Needs \\usepackage{booktabs}\\usepackage{siunitx}."_s, u"\\begin{table}[t]"_s,
                u"\\centering"_s, u"\\caption{C \\& D}"_s, u"\\label{tab:x}"_s,
                u"\\begin{tabular}{lS[table-format=2.1, detect-weight]@{\\hspace{.4em}}rS[table-format=+2.1, "
                u"retain-explicit-plus]"
                "S[table-format=1.3]}"_s,
                u"\\toprule"_s, u"Model & \\multicolumn{2}{c}{A\\%} & {D} & {p} \\\\"_s, u"\\midrule"_s,
                u"x* & \\bfseries 92.1 & [80.0, 100.0] & +4.0 & {$<$0.001} \\\\"_s,
                u"y & 5.0 &  & -12.0 & 0.250 \\\\"_s, u"\\bottomrule"_s, u"\\end{tabular}"_s, u"\\par\\smallskip"_s,
                u"{\\footnotesize\\raggedright"_s, u"Best values of a column are bold.\\par"_s, u"}"_s,
                u"\\end{table}"_s, QString()}));
    }

    void everyTableInEveryLookIsSet_data()
    {
        QTest::addColumn<bool>("odd");
        QTest::newRow("plain names") << false;
        QTest::newRow("odd names") << true;
    }

    void everyTableInEveryLookIsSet()
    {
        if (QStandardPaths::findExecutable(u"pdflatex"_s).isEmpty())
            QSKIP("pdflatex is not installed");
        QFETCH(bool, odd);
        const auto document = documentOf(odd ? oddStudy() : plainStudy(), u"a3paper,landscape,margin=1.5cm"_s);
        QCOMPARE(complaints(document, odd ? u"odd"_s : u"plain"_s), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestLatexTables)
#include "tst_latextables.moc"
