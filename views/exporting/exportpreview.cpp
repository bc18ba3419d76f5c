// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exportpreview.h"

#include "formparts.h"

#include <widgets/segmentedswitch.h>
#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace Decayscope {

namespace {

constexpr std::array factors{0.5, 1.0, 2.0}; ///< Of the switch's choices; the last choice fits the window.
constexpr int trueSize = 1;
constexpr double leastFactor = 0.2;

struct VisionRow
{
    ColorVision vision;
    const char *title;
};

constexpr std::array visionRows{
    VisionRow{ColorVision::Full, QT_TRANSLATE_NOOP("Decayscope::ExportPreview", "full colour vision")},
    VisionRow{ColorVision::Grey, QT_TRANSLATE_NOOP("Decayscope::ExportPreview", "a grey print")},
    VisionRow{ColorVision::Protan, QT_TRANSLATE_NOOP("Decayscope::ExportPreview", "protanopia (no red)")},
    VisionRow{ColorVision::Deutan, QT_TRANSLATE_NOOP("Decayscope::ExportPreview", "deuteranopia (no green)")},
    VisionRow{ColorVision::Tritan, QT_TRANSLATE_NOOP("Decayscope::ExportPreview", "tritanopia (no blue)")}};

} // namespace

ExportPreview::ExportPreview(QWidget *parent)
    : QWidget(parent)
    , m_paper(new PreviewPaper)
    , m_area(new QScrollArea(this))
    , m_zoom(new SegmentedSwitch(tr("Size of the preview"), {tr("50 %"), tr("100 %"), tr("200 %"), tr("Fit")}, this))
    , m_vision(choiceField(this))
    , m_size(new QLabel(this))
{
    m_area->setWidget(m_paper);
    m_area->setAlignment(Qt::AlignCenter);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setAccessibleName(tr("Preview"));
    m_area->setFocusPolicy(Qt::StrongFocus); // Arrow keys scroll it.
    m_area->viewport()->installEventFilter(this);
    tintSurroundings();
    m_zoom->setCurrent(trueSize);
    m_zoom->setTips({tr("Half as large as printed"), tr("As large as printed, by what this screen says of its size"),
        tr("Twice as large as printed"), tr("As large as there is room")});
    for (const auto &[vision, title] : visionRows)
        m_vision->addItem(tr(title));
    m_vision->setToolTip(tr("How other eyes and printers see the figure; the exported file keeps its colours"));
    auto *seenBy = new QLabel(tr("Seen &by"), this);
    seenBy->setBuddy(m_vision);
    m_vision->setAccessibleName(tr("Seen by"));
    auto *bar = new QHBoxLayout;
    bar->setSpacing(Spacing::normal);
    bar->addWidget(m_zoom);
    bar->addWidget(seenBy);
    bar->addWidget(m_vision, 1);
    bar->addStretch(1);
    bar->addWidget(m_size);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::normal);
    layout->addLayout(bar);
    layout->addWidget(m_area, 1);
    connect(m_zoom, &SegmentedSwitch::chosen, this, &ExportPreview::applyZoom);
    connect(m_vision, &QComboBox::currentIndexChanged, this,
        [this](int row) { m_paper->setVision(visionRows[static_cast<std::size_t>(std::max(0, row))].vision); });
    connect(m_paper, &PreviewPaper::sheetChanged, this, &ExportPreview::applyZoom);
}

double ExportPreview::screenDotsPerInch() const
{
    constexpr double least = 60; // What lies outside is a screen that does not know its size.
    constexpr double most = 400;
    const double physical = screen()->physicalDotsPerInch();
    return physical >= least && physical <= most ? physical : screen()->logicalDotsPerInch();
}

double ExportPreview::fittingFactor() const
{
    const auto sheet = m_paper->sheetSize() * screenDotsPerInch();
    const auto room = m_area->viewport()->size();
    return std::max(leastFactor, std::min(room.width() / sheet.width(), room.height() / sheet.height()));
}

void ExportPreview::applyZoom()
{
    const auto chosen = static_cast<std::size_t>(std::max(0, m_zoom->current()));
    const double factor = chosen < factors.size() ? factors[chosen] : fittingFactor();
    m_paper->setDotsPerInch(screenDotsPerInch() * factor);
    m_paper->resize(m_paper->sizeHint());
    m_size->setText(tr("%1 %").arg(QLocale().toString(std::lround(factor * 100))));
    m_size->setVisible(chosen >= factors.size());
}

bool ExportPreview::eventFilter(QObject *watched, QEvent *event)
{
    const bool isFitting = m_zoom->current() >= static_cast<int>(factors.size());
    if (watched == m_area->viewport() && event->type() == QEvent::Resize && isFitting)
        applyZoom();
    return QWidget::eventFilter(watched, event);
}

void ExportPreview::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tintSurroundings();
}

void ExportPreview::tintSurroundings()
{
    constexpr double share = 0.12; // Enough for white paper to stand out, in light and dark.
    auto surroundings = palette();
    surroundings.setColor(
        QPalette::Window, mixed(palette().color(QPalette::Window), palette().color(QPalette::WindowText), share));
    m_area->viewport()->setPalette(surroundings);
}

void ExportPreview::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    applyZoom(); // Only now is it known which screen it is.
}

} // namespace Decayscope
