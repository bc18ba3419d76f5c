// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stylepanel.h"

#include "styledelegate.h"

#include <items/stylemodel.h>
#include <widgets/iconbutton.h>
#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace Decayscope {

StylePanel::StylePanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new StyleModel(this))
    , m_view(new QTreeView(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *words = new StyleDisplayProxy(this);
    words->setSourceModel(m_model);
    m_view->setModel(words);
    m_view->setItemDelegate(new StyleDelegate(this));
    m_view->setRootIsDecorated(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setEditTriggers(
        QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    m_view->setAccessibleName(tr("Styles of the configurations"));
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(StyleModel::Name, QHeaderView::Stretch);
    m_view->setColumnWidth(StyleModel::Who, 220);
    m_view->setColumnWidth(StyleModel::Color, 120);
    m_view->setColumnWidth(StyleModel::Line, 110);

    auto *line = new QHBoxLayout;
    line->addWidget(headingLabel(tr("Configurations"), this));
    line->addStretch(1);
    line->addWidget(moveButton(QStringLiteral("up"), tr("Move up in legends and tables"), -1));
    line->addWidget(moveButton(QStringLiteral("down"), tr("Move down in legends and tables"), 1));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::wide, Spacing::normal, Spacing::wide, Spacing::normal);
    layout->setSpacing(Spacing::normal);
    layout->addLayout(line);
    layout->addWidget(m_view);

    m_pause.setSingleShot(true);
    m_pause.setInterval(0);
    connect(m_model, &StyleModel::edited, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, [this] { emit stylesEdited(m_model->styles()); });
}

void StylePanel::setStyles(const std::vector<ConfigurationStyle> &styles, bool readOnly)
{
    m_view->setEnabled(!readOnly);
    if (!m_pause.isActive())
        m_model->setStyles(styles);
}

QToolButton *StylePanel::moveButton(const QString &icon, const QString &tip, int by)
{
    auto *button = iconButton(icon, tip, this);
    connect(button, &QToolButton::clicked, this, [this, by] {
        const int row = m_view->currentIndex().row();
        if (m_view->isEnabled() && m_model->moveStyle(row, by))
            m_view->setCurrentIndex(m_view->model()->index(row + by, StyleModel::Name));
    });
    return button;
}

} // namespace Decayscope
