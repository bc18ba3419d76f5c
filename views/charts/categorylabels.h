// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/figurespec.h>

#include <QFontMetricsF>
#include <QRectF>

class QPainter;

namespace Decayscope {

struct ChartStyle;
struct PanelFrame;

/// How the names under a category axis are set: in a line, wrapped, or slanted where they are long; the counts of a
/// category follow its name.
class CategoryLabels
{
public:
    enum class Form : quint8 { Plain, Wrapped, Slanted };

    CategoryLabels() = default;

    /// For categories that are `slot` wide each; slanted ones may be `longest` long.
    CategoryLabels(const FigureAxis &axis, const ChartStyle &style, double slot, double longest);

    [[nodiscard]] Form form() const { return m_form; }
    [[nodiscard]] double height() const { return m_height; } ///< Below the axis.

    /// Paints them under a panel, within `bounds`.
    void paint(QPainter &painter, const ChartStyle &style, const PanelFrame &frame, const QRectF &bounds) const;

private:
    struct Label
    {
        QStringList lines;
        QString count;
    };

    [[nodiscard]] bool setLevel(const FigureAxis &axis, const QFont &font, int mostLines, bool mayCut);
    void setSlanted(const FigureAxis &axis, const QFont &font, double longest);
    void paintLevel(QPainter &painter, const ChartStyle &style, const PanelFrame &frame, const QRectF &bounds) const;
    void paintSlanted(QPainter &painter, const ChartStyle &style, const PanelFrame &frame, const QRectF &bounds) const;

    Form m_form = Form::Plain;
    std::vector<Label> m_labels;
    double m_slot = 0;
    double m_longest = 0;
    double m_height = 0;
    std::size_t m_every = 1; ///< Of very many only every so many.
};

/// "n = 8 tasks" as "n=8", or where it follows another one as "8".
[[nodiscard]] QString shortCount(const QString &count, bool isFirst);

/// A text in lines no wider than `width`, broken after spaces, hyphens, dots, slashes and underscores; nothing where a
/// part is wider or more lines than `most` are needed.
[[nodiscard]] QStringList wrappedText(const QString &text, const QFontMetricsF &metrics, double width, int most);

/// The same, with the last line cut where more would be needed; never nothing.
[[nodiscard]] QStringList cutText(const QString &text, const QFontMetricsF &metrics, double width, int most);

} // namespace Decayscope
