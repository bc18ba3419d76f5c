// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agreementpage.h"

#include <labeling/agreementview.h>
#include <labeling/disagreementreader.h>
#include <widgets/spacing.h>

#include <QSplitter>
#include <QVBoxLayout>

namespace Decayscope {

AgreementPage::AgreementPage(QWidget *parent)
    : QWidget(parent)
    , m_view(new AgreementView(this))
    , m_reader(new DisagreementReader(this))
    , m_body(new QWidget(this))
    , m_sides(new QSplitter(Qt::Horizontal, m_body))
    , m_overlay(new StateOverlay(m_body))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_sides->addWidget(m_view);
    m_sides->addWidget(m_reader);
    m_sides->setSizes({700, 500});
    m_sides->setStretchFactor(0, 3);
    m_sides->setStretchFactor(1, 2);
    m_sides->setChildrenCollapsible(false);
    m_sides->setHandleWidth(Spacing::tight);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->addWidget(m_sides);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_body);
}

void AgreementPage::setState(const ViewState &state)
{
    m_overlay->setState(state);
}

const ViewState &AgreementPage::state() const
{
    return m_overlay->state();
}

QByteArray AgreementPage::layoutState() const
{
    return m_sides->saveState();
}

void AgreementPage::restoreLayoutState(const QByteArray &state)
{
    m_sides->restoreState(state);
}

} // namespace Decayscope
