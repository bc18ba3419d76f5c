// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <labels/codebook.h>

#include <QWidget>

class QVBoxLayout;

namespace Decayscope {

class CodeButton;

/// The codes of a codebook to choose from: those of level 1 in a column and, sliding in under the chosen one, its
/// children. Deprecated codes are not offered, but shown where they are what stands.
class CodeList final : public QWidget
{
    Q_OBJECT

public:
    explicit CodeList(QWidget *parent = nullptr);

    void setCodebook(const Codebook &book);
    void setChosen(const QString &code, const QString &subcode);

    /// Whether numbers mean the children of the chosen code.
    [[nodiscard]] bool isChildLevel() const;
    void chooseNumber(int oneBased); ///< As a key does; numbers without a code do nothing.
    /// The code that has the focus, else the chosen one; empty for none.
    [[nodiscard]] QString pointedCode() const;
    void focusCode(); ///< The chosen one, else the first.

    [[nodiscard]] std::vector<CodeButton *> shownRows() const; ///< From above to below.
    /// "[1] Server start-up failure", "  [2] ✓ …": what is seen, row by row.
    [[nodiscard]] QStringList printed() const;

signals:
    void codeChosen(const QString &id, bool isSubcode);
    void pointed(); ///< pointedCode() is another one, or focus came.
    void rebuilt(); ///< The rows are others: their place among the tab stops is to be set anew.
    void grown(QWidget *part); ///< Something slid in that should be in view.

private:
    [[nodiscard]] std::vector<CodeButton *> rowsOf(const QString &parent, const QString &chosen, QWidget *owner);
    void rebuildParents();
    void rebuildChildren();
    void slideIn();
    void markChosen();
    void step(CodeButton *from, int by);

    Codebook m_book;
    QString m_code;
    QString m_subcode;
    QVBoxLayout *m_layout;
    QWidget *m_childBox = nullptr; ///< Between the rows of level 1; rebuilt for another chosen code.
    QString m_childrenOf;
    std::vector<CodeButton *> m_parents;
    std::vector<CodeButton *> m_children;
};

} // namespace Decayscope
