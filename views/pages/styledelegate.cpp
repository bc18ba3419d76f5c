// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "styledelegate.h"

#include <charts/chartpalette.h>
#include <items/stylemodel.h>
#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QComboBox>
#include <QGuiApplication>
#include <QIcon>
#include <QPainter>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr std::array lines{LineStyle::Solid, LineStyle::Dash, LineStyle::Dot, LineStyle::DashDot};

QString lineTitle(LineStyle line)
{
    switch (line) {
    case LineStyle::Solid:
        return StyleDelegate::tr("Solid");
    case LineStyle::Dash:
        return StyleDelegate::tr("Dashed");
    case LineStyle::Dot:
        return StyleDelegate::tr("Dotted");
    case LineStyle::DashDot:
        return StyleDelegate::tr("Dash-dot");
    }
    return {};
}

QPixmap sample(const QColor &color, LineStyle line)
{
    constexpr QSize size(28, 12);
    const auto ratio = qGuiApp->devicePixelRatio();
    QPixmap pixmap(size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 2.4, penStyle(line)));
    painter.drawLine(QPointF(1, size.height() / 2.0), QPointF(size.width() - 1, size.height() / 2.0));
    return pixmap;
}

bool onDark()
{
    return isDark(QGuiApplication::palette());
}

} // namespace

QVariant StyleDisplayProxy::data(const QModelIndex &index, int role) const
{
    const auto raw = QIdentityProxyModel::data(index, Qt::EditRole);
    const bool ofColor = index.column() == StyleModel::Color;
    const bool ofLine = index.column() == StyleModel::Line;
    if (role == Qt::DisplayRole && ofColor)
        return chartColorName(raw.toInt());
    if (role == Qt::DisplayRole && ofLine)
        return lineTitle(static_cast<LineStyle>(raw.toInt()));
    if (role == Qt::DecorationRole && (ofColor || ofLine)) {
        const int color = index.siblingAtColumn(StyleModel::Color).data(Qt::EditRole).toInt();
        return sample(chartColor(color, onDark()), ofLine ? static_cast<LineStyle>(raw.toInt()) : LineStyle::Solid);
    }
    return QIdentityProxyModel::data(index, role);
}

QVariant StyleDisplayProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QIdentityProxyModel::headerData(section, orientation, role);
    switch (section) {
    case StyleModel::Who:
        return tr("Model and scaffold");
    case StyleModel::Name:
        return tr("Shown as");
    case StyleModel::Color:
        return tr("Colour");
    default:
        return tr("Line");
    }
}

QWidget *StyleDelegate::createEditor(
    QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() == StyleModel::Name)
        return QStyledItemDelegate::createEditor(parent, option, index);
    auto *choice = new QComboBox(parent);
    choice->setIconSize({28, 12});
    if (index.column() == StyleModel::Color) {
        for (int i = 0; i < chartColorCount; ++i)
            choice->addItem(QIcon(sample(chartColor(i, onDark()), LineStyle::Solid)), chartColorName(i));
    } else {
        for (const auto line : lines)
            choice->addItem(QIcon(sample(option.palette.color(QPalette::Text), line)), lineTitle(line));
    }
    connect(choice, &QComboBox::activated, this, [this, choice] {
        auto *self = const_cast<StyleDelegate *>(this);
        emit self->commitData(choice);
        emit self->closeEditor(choice);
    });
    return choice;
}

void StyleDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *choice = qobject_cast<QComboBox *>(editor))
        choice->setCurrentIndex(index.data(Qt::EditRole).toInt());
    else
        QStyledItemDelegate::setEditorData(editor, index);
}

void StyleDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *choice = qobject_cast<QComboBox *>(editor))
        model->setData(index, choice->currentIndex());
    else
        QStyledItemDelegate::setModelData(editor, model, index);
}

QSize StyleDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    auto size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(size.height(), option.fontMetrics.height() + Spacing::normal + 2));
    return size;
}

} // namespace Decayscope
