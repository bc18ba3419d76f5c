// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calmstyle.h"

#include "spacing.h"
#include "tones.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>
#include <QVariant>
#include <QWidget>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int scrollBarWidth = 12;
constexpr int sortMark = 10;

/// A rounded rectangle of which a segment at the left, middle or right of a row keeps its inner corners square.
QPainterPath segmentPath(const QRectF &rect, int segment)
{
    QPainterPath path;
    path.addRoundedRect(rect, Spacing::radius, Spacing::radius);
    QPainterPath inner;
    if (segment == 1 || segment == 2)
        inner.addRect(rect.adjusted(rect.width() / 2, 0, 0, 0));
    if (segment == 2 || segment == 3)
        inner.addRect(rect.adjusted(0, 0, -rect.width() / 2, 0));
    return path.united(inner).simplified();
}

void drawButtonPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const auto &palette = option->palette;
    const bool on = option->state & (QStyle::State_On | QStyle::State_Sunken);
    const bool hovered = (option->state & QStyle::State_MouseOver) && (option->state & QStyle::State_Enabled);
    const bool focused = option->state & QStyle::State_HasFocus;
    const int segment = widget ? widget->property("segment").toInt() : 0;
    auto rect = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (segment > 1)
        rect.adjust(-1, 0, 0, 0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(focused ? palette.color(QPalette::Highlight) : outline(palette));
    painter->setBrush(on ? chosenFill(palette) : hovered ? hoverFill(palette) : palette.color(QPalette::Button));
    painter->drawPath(segmentPath(rect, segment));
    painter->restore();
}

void drawToolPanel(const QStyleOption *option, QPainter *painter)
{
    const bool on = option->state & (QStyle::State_On | QStyle::State_Sunken);
    const bool hovered = (option->state & QStyle::State_MouseOver) && (option->state & QStyle::State_Enabled);
    const bool raised = !(option->state & QStyle::State_AutoRaise);
    const bool focused = option->state & QStyle::State_HasFocus;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(focused ? QPen(option->palette.color(QPalette::Highlight))
            : raised        ? QPen(outline(option->palette))
                            : QPen(Qt::NoPen));
    painter->setBrush(on ? QBrush(chosenFill(option->palette))
            : hovered    ? QBrush(hoverFill(option->palette))
            : raised     ? option->palette.button()
                         : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), Spacing::radius, Spacing::radius);
    painter->restore();
}

void drawField(const QStyleOption *option, QPainter *painter)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool focused = option->state & QStyle::State_HasFocus;
    painter->setPen(
        QPen(focused ? option->palette.color(QPalette::Highlight) : outline(option->palette), focused ? 1.5 : 1.0));
    painter->setBrush(option->palette.base());
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.75, 0.75, -0.75, -0.75), Spacing::radius, Spacing::radius);
    painter->restore();
}

void drawHeaderSection(const QStyleOptionHeader *option, QPainter *painter)
{
    const auto &palette = option->palette;
    const bool hovered = (option->state & QStyle::State_MouseOver) && (option->state & QStyle::State_Enabled);
    painter->fillRect(option->rect, hovered ? hoverFill(palette) : palette.color(QPalette::Base));
    painter->setPen(outline(palette));
    if (option->orientation == Qt::Horizontal)
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
}

void drawCheckBox(const QStyleOption *option, QPainter *painter)
{
    const auto &palette = option->palette;
    const auto box = QRectF(option->rect).adjusted(1, 1, -1, -1);
    const bool on = option->state & QStyle::State_On;
    const bool lively = option->state & (QStyle::State_HasFocus | QStyle::State_MouseOver);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(on || lively ? palette.color(QPalette::Highlight) : mutedText(palette), 1.2));
    painter->setBrush(on ? palette.highlight() : palette.base());
    painter->drawRoundedRect(box, 3, 3);
    if (on) {
        QPen tick(palette.color(QPalette::HighlightedText), 1.8);
        tick.setCapStyle(Qt::RoundCap);
        painter->setPen(tick);
        const auto at
            = [&](double x, double y) { return QPointF(box.left() + x * box.width(), box.top() + y * box.height()); };
        painter->drawPolyline(QPolygonF{at(0.22, 0.52), at(0.43, 0.72), at(0.79, 0.3)});
    }
    painter->restore();
}

/// Chosen things are tinted, not inverted; the text keeps its colour.
void drawItemPanel(const QStyleOptionViewItem *option, QPainter *painter)
{
    if (option->state & QStyle::State_Selected)
        painter->fillRect(option->rect, chosenFill(option->palette));
    else if (option->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option->rect, option->backgroundBrush);
}

void drawScrollBar(const QStyleOptionSlider *option, QPainter *painter, const QRect &slider)
{
    const auto &palette = option->palette;
    painter->fillRect(option->rect, palette.color(QPalette::Base));
    const bool active = option->state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), active ? 0.45 : 0.25));
    const auto handle = QRectF(slider).adjusted(3, 3, -3, -3);
    const auto radius = std::min(handle.width(), handle.height()) / 2;
    painter->drawRoundedRect(handle, radius, radius);
    painter->restore();
}

} // namespace

CalmStyle::CalmStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{ }

void CalmStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        drawButtonPanel(option, painter, widget);
        return;
    case PE_PanelButtonTool:
        drawToolPanel(option, painter);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0) {
            drawField(option, painter);
            return;
        }
        break;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckBox(option, painter);
        return;
    case PE_FrameStatusBarItem:
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, option->palette.base());
        return;
    case PE_PanelItemViewItem:
    case PE_PanelItemViewRow:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            drawItemPanel(item, painter);
            return;
        }
        break;
    case PE_FrameDockWidget:
    case PE_Frame:
        painter->setPen(hairline(option->palette));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void CalmStyle::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            drawHeaderSection(header, painter);
            return;
        }
        break;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, option->palette.base());
        painter->setPen(outline(option->palette));
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    case CE_Splitter:
        painter->setPen(hairline(option->palette));
        if (option->state & State_Horizontal)
            painter->drawLine(
                option->rect.center().x(), option->rect.top(), option->rect.center().x(), option->rect.bottom());
        else
            painter->drawLine(
                option->rect.left(), option->rect.center().y(), option->rect.right(), option->rect.center().y());
        return;
    case CE_ItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            auto calm = *item;
            calm.palette.setColor(QPalette::HighlightedText, calm.palette.color(QPalette::Text));
            QProxyStyle::drawControl(element, &calm, painter, widget);
            return;
        }
        break;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, option->palette.window());
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void CalmStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option); bar && control == CC_ScrollBar) {
        drawScrollBar(bar, painter, proxy()->subControlRect(control, option, SC_ScrollBarSlider, widget));
        return;
    }
    if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        button && control == CC_ToolButton) {
        auto plain = *button;
        plain.features &= ~QStyleOptionToolButton::HasMenu; // The texts of menu buttons carry their own arrow.
        QProxyStyle::drawComplexControl(control, &plain, painter, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int CalmStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return scrollBarWidth;
    case PM_SplitterWidth:
        return Spacing::normal - 1;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_HeaderMargin:
        return Spacing::normal;
    case PM_DockWidgetSeparatorExtent:
        return Spacing::tight;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int CalmStyle::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    case SH_ScrollBar_Transient:
        return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize CalmStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    auto result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option); header && type == CT_HeaderSection)
        result.setWidth(header->fontMetrics.horizontalAdvance(header->text) + 2 * Spacing::normal + sortMark);
    if (type == CT_PushButton && widget && widget->property("segment").toInt() > 0)
        result.setWidth(size.width() + 2 * (Spacing::normal + Spacing::tight));
    return result;
}

QRect CalmStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    // No arrow buttons: the groove is the whole bar.
    const bool flat = bar->orientation == Qt::Horizontal;
    const int length = flat ? bar->rect.width() : bar->rect.height();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    const auto share = range > 0 ? static_cast<int>(qint64(length) * bar->pageStep / (range + bar->pageStep)) : length;
    const int handle = std::clamp(share, std::min(length, 3 * scrollBarWidth), std::max(length, 1));
    const int start
        = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
    const auto along = [&](int from, int extent) {
        return flat ? QRect(bar->rect.x() + from, bar->rect.y(), extent, bar->rect.height())
                    : QRect(bar->rect.x(), bar->rect.y() + from, bar->rect.width(), extent);
    };
    switch (part) {
    case SC_ScrollBarGroove:
        return visualRect(bar->direction, bar->rect, along(0, length));
    case SC_ScrollBarSlider:
        return visualRect(bar->direction, bar->rect, along(start, handle));
    case SC_ScrollBarSubPage:
        return visualRect(bar->direction, bar->rect, along(0, start));
    case SC_ScrollBarAddPage:
        return visualRect(bar->direction, bar->rect, along(start + handle, length - start - handle));
    default:
        return {};
    }
}

} // namespace Decayscope
