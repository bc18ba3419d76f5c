// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layerdiagram.h"

#include "codetext.h"
#include "codetones.h"

#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPainterPathStroker>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace Decayscope {

namespace {

constexpr qsizetype mostFiles = 40; ///< In the menu of a box.

QPolygonF arrowHead(const QPainterPath &path, qreal size)
{
    const auto tip = path.pointAtPercent(1);
    const auto before = path.pointAtPercent(0.94);
    const auto angle = std::atan2(tip.y() - before.y(), tip.x() - before.x());
    const auto corner
        = [&](qreal turn) { return tip - QPointF(std::cos(angle + turn), std::sin(angle + turn)) * size; };
    return {{tip, corner(std::numbers::pi / 7), corner(-std::numbers::pi / 7)}};
}

} // namespace

LayerDiagram::LayerDiagram(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Layers of the project"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::MinimumExpanding);
}

void LayerDiagram::setGraph(const LayerGraph &graph)
{
    m_graph = graph;
    m_current = -1;
    arrange();
    setAccessibleDescription(sentences().join(u' '));
    updateGeometry();
}

QStringList LayerDiagram::sentences() const
{
    QStringList all;
    for (int item = 0; item < itemCount(); ++item)
        all.append(sentenceOf(item));
    return all;
}

QSize LayerDiagram::sizeHint() const
{
    return {420, static_cast<int>(std::ceil(layerHeight(m_graph, boxHeight())))};
}

QSize LayerDiagram::minimumSizeHint() const
{
    return {220, sizeHint().height()};
}

void LayerDiagram::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto boxes = static_cast<int>(m_layout.boxes.size());
    for (int i = 0; i < std::ssize(m_layout.arrows); ++i)
        paintArrow(painter, m_layout.arrows[static_cast<size_t>(i)], hasFocus() && m_current == boxes + i);
    for (int i = 0; i < boxes; ++i)
        paintBox(painter, m_layout.boxes[static_cast<size_t>(i)], hasFocus() && m_current == i);
}

void LayerDiagram::resizeEvent(QResizeEvent *)
{
    arrange();
}

void LayerDiagram::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Right:
        return setCurrent(std::min(m_current + 1, itemCount() - 1));
    case Qt::Key_Up:
    case Qt::Key_Left:
        return setCurrent(std::max(m_current - 1, 0));
    case Qt::Key_Home:
        return setCurrent(0);
    case Qt::Key_End:
        return setCurrent(itemCount() - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return activate(m_current, mapToGlobal(rect().center()));
    default:
        QWidget::keyPressEvent(event);
    }
}

void LayerDiagram::mousePressEvent(QMouseEvent *event)
{
    const auto item = itemAt(event->position());
    if (event->button() != Qt::LeftButton || item < 0)
        return;
    setCurrent(item);
    activate(item, event->globalPosition().toPoint());
}

void LayerDiagram::mouseMoveEvent(QMouseEvent *event)
{
    setCursor(itemAt(event->position()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void LayerDiagram::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_current < 0 && itemCount() > 0)
        setCurrent(0);
}

bool LayerDiagram::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto item = itemAt(help->pos());
    QToolTip::showText(help->globalPos(), item < 0 ? QString() : sentenceOf(item).toHtmlEscaped(), this);
    return true;
}

void LayerDiagram::paintBox(QPainter &painter, const LayerLayout::Box &box, bool isCurrent) const
{
    const auto &node = m_graph.nodes[static_cast<size_t>(box.node)];
    const auto isEmpty = node.files.isEmpty();
    painter.setPen(isCurrent ? QPen(palette().color(QPalette::Highlight), 2)
                             : QPen(outline(palette()), 1, isEmpty ? Qt::DotLine : Qt::SolidLine));
    painter.setBrush(isEmpty ? palette().color(QPalette::Base)
                             : mixed(palette().color(QPalette::Base), palette().color(QPalette::Highlight), 0.1));
    painter.drawRoundedRect(box.rect, Spacing::radius, Spacing::radius);
    const auto room = static_cast<int>(box.rect.width()) - Spacing::normal;
    auto text = isEmpty ? tr("%1 · none").arg(nodeName(box.node))
                        : tr("%1 · %n file(s)", nullptr, static_cast<int>(node.files.size())).arg(nodeName(box.node));
    if (fontMetrics().horizontalAdvance(text) > room)
        text = nodeName(box.node) + (isEmpty ? QString() : QString(u" · " % QString::number(node.files.size())));
    painter.setPen(isEmpty ? mutedText(palette()) : palette().color(QPalette::Text));
    painter.drawText(box.rect, Qt::AlignCenter, fontMetrics().elidedText(text, Qt::ElideRight, room));
}

void LayerDiagram::paintArrow(QPainter &painter, const LayerLayout::Arrow &arrow, bool isCurrent) const
{
    const auto &edge = m_graph.edges[static_cast<size_t>(arrow.edge)];
    const auto ink = edge.isOffending ? codeTones(palette()).problem : mutedText(palette());
    if (isCurrent) {
        painter.setPen(QPen(chosenFill(palette()), 9, Qt::SolidLine, Qt::RoundCap));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(arrow.path);
    }
    painter.setPen(QPen(ink, edge.isOffending ? 2.5 : 1.2, edge.isOffending ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(arrow.path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPolygon(arrowHead(arrow.path, edge.isOffending ? 12 : 9));

    const auto text = edge.isOffending ? QStringLiteral("✗ %1").arg(edge.imports) : QString::number(edge.imports);
    auto label = QRectF(fontMetrics().boundingRect(text)).adjusted(-3, -1, 3, 1);
    label.moveCenter(arrow.label);
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(label, 3, 3);
    painter.setPen(ink);
    painter.drawText(label, Qt::AlignCenter, text);
}

void LayerDiagram::arrange()
{
    m_layout = layerLayout(m_graph, width(), boxHeight());
    update();
}

void LayerDiagram::setCurrent(int item)
{
    if (item < 0 || item >= itemCount())
        return;
    m_current = item;
    setAccessibleDescription(sentenceOf(item));
    update();
}

void LayerDiagram::activate(int item, QPoint position)
{
    if (item < 0 || item >= itemCount())
        return;
    const auto boxes = static_cast<int>(m_layout.boxes.size());
    if (item < boxes) {
        const auto node = m_layout.boxes[static_cast<size_t>(item)].node;
        return chooseFile(m_graph.nodes[static_cast<size_t>(node)].files, position);
    }
    const auto edge = m_layout.arrows[static_cast<size_t>(item - boxes)].edge;
    const auto &import = m_graph.edges[static_cast<size_t>(edge)];
    if (!import.file.isEmpty())
        emit codeRequested(import.file, import.line);
}

void LayerDiagram::chooseFile(const QStringList &files, QPoint position)
{
    if (files.size() == 1)
        emit codeRequested(files.first(), 0);
    if (files.size() < 2)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &file : files.first(std::min(files.size(), mostFiles)))
        menu->addAction(shownLine(file, 200).replace(u'&', QStringLiteral("&&")), this,
            [this, file] { emit codeRequested(file, 0); });
    menu->popup(position);
}

int LayerDiagram::itemAt(QPointF position) const
{
    const auto boxes = static_cast<int>(m_layout.boxes.size());
    for (int i = 0; i < boxes; ++i) {
        if (m_layout.boxes[static_cast<size_t>(i)].rect.contains(position))
            return i;
    }
    QPainterPathStroker stroker;
    stroker.setWidth(12);
    for (auto i = static_cast<int>(m_layout.arrows.size()) - 1; i >= 0; --i) {
        if (stroker.createStroke(m_layout.arrows[static_cast<size_t>(i)].path).contains(position))
            return boxes + i;
    }
    return -1;
}

int LayerDiagram::itemCount() const
{
    return static_cast<int>(m_layout.boxes.size() + m_layout.arrows.size());
}

QString LayerDiagram::sentenceOf(int item) const
{
    const auto boxes = static_cast<int>(m_layout.boxes.size());
    if (item < boxes) {
        const auto &box = m_layout.boxes[static_cast<size_t>(item)];
        const auto files = static_cast<int>(m_graph.nodes[static_cast<size_t>(box.node)].files.size());
        return tr("%1: %n file(s).", nullptr, files).arg(nodeName(box.node));
    }
    const auto &edge = m_graph.edges[static_cast<size_t>(m_layout.arrows[static_cast<size_t>(item - boxes)].edge)];
    const auto from = nodeName(edge.from);
    const auto to = nodeName(edge.to);
    return edge.isOffending
        ? tr("%1 imports %2 %n time(s), against the direction of the layers.", nullptr, edge.imports).arg(from, to)
        : tr("%1 imports %2 %n time(s).", nullptr, edge.imports).arg(from, to);
}

QString LayerDiagram::nodeName(int node) const
{
    return shownLine(m_graph.nodes[static_cast<size_t>(node)].name, 60);
}

qreal LayerDiagram::boxHeight() const
{
    return fontMetrics().height() * 1.8;
}

} // namespace Decayscope
