// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <analyses/methodcard.h>
#include <figures/figurespec.h>
#include <figures/tablespec.h>
#include <publishing/figurelook.h>

#include <QDateTime>

#include <variant>

namespace Decayscope {

/// What a paragraph is to its reader.
enum class ReportTone : quint8 {
    Plain,
    Lead, ///< The one sentence to take away.
    Warning ///< What must not be overlooked.
};

struct ReportParagraph
{
    QString text;
    ReportTone tone = ReportTone::Plain;
};

/// A heading within a section.
struct ReportHeading
{
    QString text;
};

struct ReportList
{
    QStringList items; ///< Whole sentences.
};

struct ReportFact
{
    QString name;
    QString value;

    bool operator==(const ReportFact &) const = default;
};

/// Names and what they stand for, one below the other.
struct ReportFacts
{
    std::vector<ReportFact> facts;
};

/// A number to be seen first, with what it is.
struct ReportNumber
{
    QString value;
    QString name;
    QString detail; ///< "4 configurations"; may be empty.
};

struct ReportNumbers
{
    std::vector<ReportNumber> numbers;
};

struct ReportFigure
{
    FigureSpec figure;
    FigureLook look;
    QString caption;
    int number = 0; ///< Counted through the report, from 1.
};

struct ReportTable
{
    TableSpec table;
    int number = 0; ///< Counted through the report, from 1.
};

struct ReportMethod
{
    MethodCard card;
};

using ReportBlock = std::variant<ReportParagraph, ReportHeading, ReportList, ReportFacts, ReportNumbers, ReportFigure,
    ReportTable, ReportMethod>;

struct ReportSection
{
    QString id; ///< For links: letters and hyphens.
    QString title;
    std::vector<ReportBlock> blocks;
};

/// A report of a study as it is to be read, before it is a page: plain values, untrusted texts not yet escaped.
struct ReportDocument
{
    QString title; ///< The study's name.
    QString subtitle;
    QString program; ///< "Decayscope 0.1.0".
    QDateTime made;
    QString caveat; ///< What must stand at its head, such as that the study is made up; mostly empty.
    std::vector<ReportFact> facts; ///< Of the head: date, runs, score.
    std::vector<ReportSection> sections;
};

/// The headings within a section, in their order; the n-th is called headingId(section, n) in links, counted from 0.
[[nodiscard]] QStringList headingsOf(const ReportSection &section);
[[nodiscard]] QString headingId(const ReportSection &section, qsizetype index);

/// "Figure 3" and the like.
[[nodiscard]] QString figureLabel(const ReportFigure &figure);
[[nodiscard]] QString tableLabel(const ReportTable &table);

} // namespace Decayscope
