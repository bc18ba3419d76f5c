// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <agreement/agreementreport.h>

#include <QWidget>

class QCheckBox;
class QComboBox;
class QToolButton;

namespace Decayscope {

class SegmentedSwitch;

/// Whose labels are compared, at which level, and of which samples.
class AgreementBar final : public QWidget
{
    Q_OBJECT

public:
    explicit AgreementBar(QWidget *parent = nullptr);

    void setChoices(const QStringList &annotators, const std::vector<Sample> &samples);
    void setRequest(const AgreementRequest &request); ///< Emits nothing.
    [[nodiscard]] const AgreementRequest &request() const { return m_request; }

signals:
    void requestChanged(const Decayscope::AgreementRequest &request);

private:
    struct SampleName
    {
        QString id;
        QString title;
    };

    void layOut();
    void choosePerson(bool isReference, const QString &name);
    void fillSamples();
    void toggleSample(const QString &id, bool on);
    void tell();
    void refresh();

    AgreementRequest m_request;
    std::vector<SampleName> m_samples;
    QComboBox *m_by;
    QComboBox *m_against;
    SegmentedSwitch *m_level;
    QToolButton *m_sampleMenu;
    QCheckBox *m_pilot;
};

} // namespace Decayscope
