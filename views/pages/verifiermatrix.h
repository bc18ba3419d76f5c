// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "verifierfigures.h"

#include <QTableView>

namespace Decayscope {

class VerifierMatrixModel;

/// Where the verifiers of both modes agree and differ; the chosen cell says which runs are meant.
class VerifierMatrix final : public QTableView
{
    Q_OBJECT

public:
    explicit VerifierMatrix(QWidget *parent = nullptr);

    /// Keeps the chosen cell; at first all that differ are chosen.
    void setAgreement(std::vector<ModeAgreement> agreement);

    /// Of the chosen cell: its rows, and which pairs of verdicts it counts.
    [[nodiscard]] std::span<const ModeAgreement> chosenRows() const;
    [[nodiscard]] std::span<const VerdictPair> chosenPairs() const;
    /// "Clean Architecture · Ref ✓ Syn ✗"
    [[nodiscard]] QString chosenTitle() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void cellChosen();
    void entered(); ///< Enter was pressed: on to its runs.

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitRows();

    VerifierMatrixModel *m_model;
    std::optional<Constraint> m_constraint; ///< Of the chosen row; none: all.
};

} // namespace Decayscope
