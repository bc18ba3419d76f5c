// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/layergraph.h>
#include <domain/verdict.h>

#include <QWidget>

class QLabel;
class QSplitter;
class QTreeView;

namespace Decayscope {

class LayerDiagram;
class ViolationModel;

/// What the verifiers say of a run: a verdict a constraint, the places that break it, and the project's layers.
class ViolationPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ViolationPanel(QWidget *parent = nullptr);

    void setVerdicts(std::vector<ConstraintVerdict> verdicts);
    void setLayers(const LayerGraph &graph); ///< A graph without files hides the diagram.

    /// Chooses a violation in the list's order, round at the ends, and asks for its code.
    void nextViolation();
    void previousViolation();

    [[nodiscard]] const Violation *currentViolation() const; ///< Null where none is chosen.

signals:
    void codeRequested(const QString &path, int line);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void updateVerdicts();
    void step(int by);
    void activate(int row);

    std::vector<ConstraintVerdict> m_verdicts;
    ViolationModel *m_model;
    QLabel *m_verdictText;
    QTreeView *m_list;
    LayerDiagram *m_diagram;
    QWidget *m_layers = nullptr;
    QSplitter *m_splitter;
};

} // namespace Decayscope
