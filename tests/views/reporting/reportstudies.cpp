// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportstudies.h"

#include <stats/scores.h>
#include <support/arun.h>

#include <QTimeZone>

#include <figurestudies.h>

using namespace Qt::StringLiterals;

namespace Decayscope::Test {

namespace {

LabelRow aRow(const QString &annotator, const Run &run, const QString &code, const QString &subcode)
{
    LabelRow row;
    row.annotator = annotator;
    row.target = {.runtime = run.key.runtime,
        .configuration = run.key.configuration,
        .task = run.key.task,
        .trial = run.key.trial,
        .date = run.key.date};
    row.run = run.id;
    row.label.code = code;
    row.label.subcode = subcode;
    row.label.codebook = u"constraint-decay"_s;
    row.label.version = 1;
    return row;
}

/// A line a kind of block.
struct PrintedBlock
{
    QString operator()(const ReportParagraph &block) const
    {
        return (block.tone == ReportTone::Warning       ? u"! "_s
                       : block.tone == ReportTone::Lead ? u"> "_s
                                                        : u"text "_s)
            + block.text;
    }
    QString operator()(const ReportHeading &block) const { return u"heading " + block.text; }
    QString operator()(const ReportList &block) const { return u"list " + block.items.join(u" / "); }
    QString operator()(const ReportFacts &block) const
    {
        QStringList words;
        for (const auto &fact : block.facts)
            words << fact.name + u": " + fact.value;
        return u"facts " + words.join(u" / ");
    }
    QString operator()(const ReportNumbers &block) const
    {
        QStringList words;
        for (const auto &number : block.numbers)
            words << number.value + u' ' + number.name + u" (" + number.detail + u')';
        return u"numbers " + words.join(u" / ");
    }
    QString operator()(const ReportFigure &block) const { return figureLabel(block) + u' ' + block.figure.name; }
    QString operator()(const ReportTable &block) const { return tableLabel(block) + u' ' + block.table.name; }
    QString operator()(const ReportMethod &block) const { return u"method " + block.card.question; }
};

} // namespace

StudyReportRequest aReportRequest()
{
    StudyReportRequest request;
    request.analyses = false; // They take their time, and have tests of their own.
    request.program = u"Decayscope 1.2.3"_s;
    request.made = QDateTime(QDate(2026, 5, 1), QTime(12, 0), QTimeZone::UTC);
    return request;
}

std::shared_ptr<const LabelBook> someLabels(const StudySnapshot &study)
{
    auto book = std::make_shared<LabelBook>();
    int number = 0;
    for (const auto &run : study.runs) {
        if (isSuccess(run, ScoreMode::Strict))
            continue;
        const bool isLogic = ++number % 4 != 0;
        const auto code = isLogic ? u"logic_error"_s : u"schema_format_error"_s;
        const auto subcode = !isLogic ? QString()
            : number % 2 == 0         ? u"incorrect_query_logic"_s
                                      : u"auth_misconfiguration"_s;
        if (number % 3 == 0) {
            book->rows.push_back(aRow(u"Ada Lovelace"_s, run, code, subcode));
            book->rows.push_back(aRow(u"Grace Hopper"_s, run, number % 9 == 0 ? u"stuck_in_loop"_s : code,
                number % 9 == 0 ? QString() : subcode));
        }
        book->rows.push_back(aRow(u"judge"_s, run, code, subcode));
    }
    return book;
}

StudySnapshot aHostileStudy()
{
    std::vector<Run> runs;
    for (const auto *model : {"<script>alert(1)</script>", "\"><img src=http://x/y onerror=alert(1)>",
             "javascript:alert(1)", "a&b\x1b[31m'"}) {
        for (const auto *framework : {"flask", "koa"}) {
            for (const auto constraints : variantsOf(framework[0] == 'k' ? u"node"_s : u"uv"_s))
                runs.push_back(aRun()
                        .of(model, "</style><b>")
                        .on(framework, constraints)
                        .passing(90 - 9 * constraints.size(), 100));
        }
    }
    auto study = aStudy(std::move(runs));
    study.name = u"]]></title><script src=\"http://x/s.js\">"_s;
    study.isSample = true;
    return study;
}

QStringList printedReport(const ReportDocument &report)
{
    QStringList lines;
    for (const auto &section : report.sections) {
        lines << section.id + u": " + section.title;
        for (const auto &block : section.blocks)
            lines << u"  " + std::visit(PrintedBlock{}, block);
    }
    return lines;
}

} // namespace Decayscope::Test
