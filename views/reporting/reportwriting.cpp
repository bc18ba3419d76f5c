// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportwriting.h"

namespace Decayscope {

namespace {

/// Adds the texts of every kind of block.
struct TextCollector
{
    QStringList &texts;

    void operator()(const ReportParagraph &block) const { texts << block.text; }
    void operator()(const ReportHeading &block) const { texts << block.text; }
    void operator()(const ReportList &block) const { texts << block.items; }

    void operator()(const ReportFacts &block) const
    {
        for (const auto &fact : block.facts)
            texts << fact.name << fact.value;
    }

    void operator()(const ReportNumbers &block) const
    {
        for (const auto &number : block.numbers)
            texts << number.value << number.name << number.detail;
    }

    void operator()(const ReportMethod &block) const
    {
        const auto &card = block.card;
        texts << card.question << card.formula << card.assumptions << card.reading << card.source << card.check;
    }

    void operator()(const ReportFigure &block) const
    {
        const auto &figure = block.figure;
        texts << block.caption << figure.name << figure.title << figure.panels << figure.color.title
              << figure.nodeColor.title << figure.notes << figure.hollowMeaning << figure.caveat << figure.summary;
        for (const auto *axis : {&figure.x, &figure.y})
            texts << axis->title << axis->categories << axis->subLabels;
        for (const auto &series : figure.series) {
            texts << series.name;
            for (const auto &point : series.points)
                texts << point.text << point.name << point.detail;
        }
        for (const auto &reference : figure.references)
            texts << reference.name << reference.series;
        (*this)(figure.card);
    }

    void operator()(const ReportTable &block) const
    {
        const auto &table = block.table;
        texts << table.name << table.title << table.notes << table.cardNotes << table.caveat;
        for (const auto &column : table.columns)
            texts << column.title;
        for (const auto &row : table.rows) {
            texts << row.mark;
            for (const auto &cell : row.cells)
                add(cell);
        }
        for (const auto &field : table.fields) {
            texts << field.group << field.title;
            add(field.value);
        }
        (*this)(table.card);
    }

    void operator()(const EstimatorCard &card) const
    {
        texts << card.estimator << card.interval << card.unit << card.count << card.exclusions;
    }

    void add(const Cell &cell) const
    {
        if (const auto *text = std::get_if<QString>(&cell))
            texts << *text;
    }
};

} // namespace

QStringList textsOf(const ReportDocument &report)
{
    QStringList texts{report.title, report.subtitle, report.program, report.caveat};
    const TextCollector collect{texts};
    collect(ReportFacts{report.facts});
    for (const auto &section : report.sections) {
        texts << section.title;
        for (const auto &block : section.blocks)
            std::visit(collect, block);
    }
    texts.removeAll(QString());
    return texts;
}

} // namespace Decayscope
