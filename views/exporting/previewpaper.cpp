// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "previewpaper.h"

#include <charts/chartstyle.h>
#include <printing/figureprinter.h>
#include <printing/paperfonts.h>
#include <printing/paperunits.h>
#include <widgets/tones.h>

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

constexpr double margin = 0.3; ///< Inches around figure and caption.
constexpr double captionGap = 0.12; ///< Inches between them.
constexpr double captionUnits = 100; ///< Units a point in which captions are measured.

} // namespace

PreviewPaper::PreviewPaper(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Figure at its printed size"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_waiting.setSingleShot(true);
    m_waiting.setInterval(0);
    connect(&m_waiting, &QTimer::timeout, this, &PreviewPaper::render);
}

void PreviewPaper::setFigure(const FigureSpec &figure, const FigureLook &look)
{
    m_figure = figure;
    m_look = look;
    setAccessibleDescription(figure.summary);
    refresh();
}

void PreviewPaper::setCaption(const QString &caption)
{
    m_caption = caption;
    updateGeometry();
    emit sheetChanged();
    update();
}

void PreviewPaper::setVision(ColorVision vision)
{
    m_vision = vision;
    refresh();
}

void PreviewPaper::setDotsPerInch(double dots)
{
    if (m_dotsPerInch == dots)
        return;
    m_dotsPerInch = dots;
    refresh();
}

void PreviewPaper::refresh()
{
    updateGeometry();
    emit sheetChanged();
    m_waiting.start();
}

void PreviewPaper::render()
{
    const bool isPrintable = m_look.isPossible() && !fontProblem(m_look.font);
    m_picture = isPrintable ? figureImage(m_figure, m_look, m_dotsPerInch * devicePixelRatioF()) : QImage();
    if (m_vision != ColorVision::Full && !m_picture.isNull())
        m_picture = seenImage(m_picture, m_vision);
    m_picture.setDevicePixelRatio(devicePixelRatioF());
    update();
}

double PreviewPaper::sheetWidth() const
{
    return m_look.width + 2 * margin;
}

QSizeF PreviewPaper::sheetSize() const
{
    return {sheetWidth(), m_look.height + captionGap + captionHeight() + 2 * margin};
}

QSize PreviewPaper::sizeHint() const
{
    const auto dots = sheetSize() * m_dotsPerInch;
    return {static_cast<int>(std::ceil(dots.width())), static_cast<int>(std::ceil(dots.height()))};
}

QFont PreviewPaper::captionFont() const
{
    QFont font(m_look.font);
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(std::max(m_look.textSize, 9.0) * captionUnits))));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double PreviewPaper::captionHeight() const
{
    constexpr double units = captionUnits * pointsPerInch;
    const QRectF room(0, 0, m_look.width * units, 1e6);
    return QFontMetricsF(captionFont()).boundingRect(room, Qt::TextWordWrap, m_caption).height() / units;
}

void PreviewPaper::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto paper = ChartStyle::ofLook(m_look, 1);
    painter.fillRect(rect(), paper.ground);
    painter.setPen(outline(palette()));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    const double edge = margin * m_dotsPerInch;
    const QRectF place(edge, edge, m_look.width * m_dotsPerInch, m_look.height * m_dotsPerInch);
    painter.setPen(paper.text);
    if (m_picture.isNull()) {
        painter.drawText(place, Qt::AlignCenter | Qt::TextWordWrap,
            m_waiting.isActive() ? tr("Drawing …") : tr("The figure cannot be drawn like this. See the checks below."));
        return;
    }
    // Dot on dot: only a picture of an older size is stretched, until the new one is there.
    if (std::abs(m_picture.deviceIndependentSize().width() - place.width()) < 1) {
        painter.drawImage(place.topLeft().toPoint(), m_picture);
    } else {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(place, m_picture);
    }
    painter.translate(edge, place.bottom() + captionGap * m_dotsPerInch);
    const double scale = m_dotsPerInch / (captionUnits * pointsPerInch);
    painter.scale(scale, scale);
    painter.setFont(captionFont());
    painter.drawText(QRectF(0, 0, place.width() / scale, 1e6), Qt::TextWordWrap, m_caption);
}

} // namespace Decayscope
