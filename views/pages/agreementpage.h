// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <widgets/stateoverlay.h>

#include <QWidget>

class QSplitter;

namespace Decayscope {

class AgreementView;
class DisagreementReader;

/// How far two annotators agree, and the items they do not agree on.
class AgreementPage final : public QWidget
{
    Q_OBJECT

public:
    explicit AgreementPage(QWidget *parent = nullptr);

    void setState(const ViewState &state);
    [[nodiscard]] const ViewState &state() const;

    [[nodiscard]] AgreementView *view() const { return m_view; }
    [[nodiscard]] DisagreementReader *reader() const { return m_reader; }

    [[nodiscard]] QByteArray layoutState() const;
    void restoreLayoutState(const QByteArray &state);

private:
    AgreementView *m_view;
    DisagreementReader *m_reader;
    QWidget *m_body;
    QSplitter *m_sides;
    StateOverlay *m_overlay;
};

} // namespace Decayscope
