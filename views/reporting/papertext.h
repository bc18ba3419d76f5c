// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <printing/paperunits.h>

#include <QColor>
#include <QFont>
#include <QTextLayout>

#include <memory>

class QPainter;

namespace Decayscope {

/// Points (1/72 inch) in paper units.
[[nodiscard]] constexpr double inPaperUnits(double points)
{
    return points * paperUnitsPerPoint;
}

/// How text on paper looks.
struct PaperTextStyle
{
    double size = 9.5; ///< Points.
    QFont::Weight weight = QFont::Normal;
    QColor color = Qt::black;
    double leading = 1.4; ///< From line to line, in sizes.
    Qt::Alignment alignment = Qt::AlignLeft;

    [[nodiscard]] QFont font() const; ///< In paper units.
};

/// Text broken into lines of a width. Copies share their lines.
class PaperText
{
public:
    /// The first `bold` characters are bold.
    PaperText(const QString &text, const PaperTextStyle &style, double width, int bold = 0);

    [[nodiscard]] int lineCount() const { return m_layout->lineCount(); }
    [[nodiscard]] double lineHeight() const;
    [[nodiscard]] double height() const { return lineHeight() * lineCount(); }

    void paintLine(QPainter &painter, int line, QPointF at) const;
    void paint(QPainter &painter, QPointF at) const;

private:
    PaperTextStyle m_style;
    std::shared_ptr<QTextLayout> m_layout;
};

/// The width of a text in one line, in paper units.
[[nodiscard]] double paperTextWidth(const QString &text, const PaperTextStyle &style);

} // namespace Decayscope
