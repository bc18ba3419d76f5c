// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "verifierfigures.h"

#include <domain/runreading.h>

#include <QWidget>

class QLabel;
class QTreeView;

namespace Decayscope {

class ViolationModel;

/// What both verifiers say of one constraint of a run, side by side, with the rule of the chosen finding below.
class VerifierFindings final : public QWidget
{
    Q_OBJECT

public:
    explicit VerifierFindings(QWidget *parent = nullptr);

    /// What is said of the constraint in the reading; a null reading is one that has not come yet.
    void show(const VerifierCase &one, const RunReading *reading);
    void clear();

    [[nodiscard]] QTreeView *list(VerifierMode mode) const { return sideOf(mode).list; }
    [[nodiscard]] const std::vector<Violation> &violations(VerifierMode mode) const;
    [[nodiscard]] QString headline(VerifierMode mode) const;
    [[nodiscard]] QString reason(VerifierMode mode) const;
    [[nodiscard]] QString explanation() const;

signals:
    void placeRequested(Decayscope::VerifierMode mode, const QString &file, int line);

private:
    struct Side
    {
        QLabel *headline = nullptr;
        QLabel *reason = nullptr;
        QTreeView *list = nullptr;
        ViolationModel *model = nullptr;
        QLabel *nothing = nullptr;
    };

    [[nodiscard]] QWidget *makeSide(VerifierMode mode);
    [[nodiscard]] const Side &sideOf(VerifierMode mode) const { return m_sides[static_cast<std::size_t>(mode)]; }
    void fill(const Side &side, const ConstraintVerdict &verdict);
    void explain(VerifierMode mode, int row);
    void explainFirst();
    void activate(VerifierMode mode, int row);

    std::array<Side, allVerifierModes.size()> m_sides;
    QLabel *m_explanation;
};

} // namespace Decayscope
