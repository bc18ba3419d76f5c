// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "papertext.h"

#include <QPainter>
#include <QRectF>

#include <functional>
#include <vector>

namespace Decayscope {

/// Something painted on a page, at its place.
using PaperItem = std::function<void(QPainter &painter)>;

/// Fills pages from top to bottom. Lengths are paper units (printing/paperunits.h).
class PaperFlow
{
public:
    PaperFlow();

    [[nodiscard]] static double left();
    [[nodiscard]] static double width(); ///< Of the text.
    [[nodiscard]] static double pageHeight(); ///< Of the text.
    [[nodiscard]] static QSizeF paper();

    [[nodiscard]] const std::vector<std::vector<PaperItem>> &pages() const { return m_pages; }
    [[nodiscard]] std::size_t page() const { return m_pages.size() - 1; } ///< The last, counted from 0.
    [[nodiscard]] double y() const { return m_y; }
    [[nodiscard]] double room() const; ///< What is left of the page.

    void breakPage(); ///< A new page, unless this one is empty.
    void skip(double distance); ///< Nothing at the head of a page.
    void ensure(double height); ///< A new page where so much does not fit, and would on an empty one.

    /// Paints something of a height with the upper left corner at the flow's place.
    void place(double height, std::function<void(QPainter &painter, QPointF at)> paint);

    /// Lines of text from a place to the right of the left margin; those that do not fit go to the next page.
    void text(const PaperText &text, double indent = 0);

    void rule(const QColor &color, double thickness, double length);

private:
    std::vector<std::vector<PaperItem>> m_pages;
    double m_y = 0;
};

} // namespace Decayscope
