// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sampling/failurefamilies.h>

#include <QWidget>

class QLabel;
class QPushButton;

namespace Decayscope {

class PlainTable;
class StateOverlay;

/// Failures that left the same traces, largest families first. A family orders the work; it never shares a label.
class FamilyList final : public QWidget
{
    Q_OBJECT

public:
    explicit FamilyList(QWidget *parent = nullptr);

    void setFamilies(std::vector<FailureFamily> families);
    void setBusy(bool busy); ///< They are being looked for.
    [[nodiscard]] QStringList printed() const;
    [[nodiscard]] QString details() const; ///< Of the chosen family.

signals:
    void familyChosen(const Decayscope::FailureFamily &family); ///< Its runs are to be seen.
    void sampleRequested(const Decayscope::FailureFamily &family); ///< To label it in a row.

private:
    void layOut();
    [[nodiscard]] const FailureFamily *current() const;
    void showDetails();

    std::vector<FailureFamily> m_families;
    QLabel *m_summary;
    PlainTable *m_table;
    QLabel *m_details;
    QPushButton *m_open;
    QPushButton *m_label;
    StateOverlay *m_overlay;
};

} // namespace Decayscope
