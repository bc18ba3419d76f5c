// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <labels/codebook.h>

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;
class QTreeWidget;

namespace Decayscope {

class CodeForm;
class PlainTable;
class SurgeryRow;

/// A codebook to read and to change. Nothing stored is ever changed: each operation makes the next version, with a
/// reason, and gives it away by versionMade().
class CodebookEditor final : public QWidget
{
    Q_OBJECT

public:
    /// What is done to the chosen codes.
    enum class Surgery : quint8 { Edit, Add, AddKind, Merge, Split, Deprecate, MoveUp, MoveDown };

    explicit CodebookEditor(QWidget *parent = nullptr);

    void setCodebook(const Codebook &book); ///< The newest version. Keeps the chosen code.
    [[nodiscard]] const Codebook &codebook() const { return m_book; }
    void setAuthor(const QString &name) { m_author = name; }
    void setReadOnly(bool readOnly);

    void chooseCodes(const QStringList &ids);
    void begin(Surgery surgery); ///< Asks in place for what it needs.

    [[nodiscard]] CodeForm *form() const { return m_form; }
    [[nodiscard]] SurgeryRow *surgery() const { return m_row; }
    [[nodiscard]] QStringList printedCodes() const; ///< "Logic error", "  Incorrect query logic", "− Old one".
    [[nodiscard]] QStringList printedVersions() const;

signals:
    void versionMade(const Decayscope::Codebook &version);

private:
    void layOut();
    [[nodiscard]] QWidget *makeCodeSide();
    [[nodiscard]] QWidget *makeFormSide();
    [[nodiscard]] QToolButton *makeButton(const QString &icon, const QString &name, Surgery surgery);
    void fillTree();
    void fillVersions();
    void showChosen();
    void refreshActions();
    [[nodiscard]] QStringList chosen() const;
    [[nodiscard]] QString questionFor(Surgery surgery, const QStringList &ids) const;
    void apply();
    [[nodiscard]] Result<std::vector<Codebook>> made() const;
    [[nodiscard]] Result<std::vector<Codebook>> edited(const CodebookAuthor &author) const;

    Codebook m_book;
    QString m_author;
    Surgery m_surgery = Surgery::Edit;
    QTreeWidget *m_tree;
    CodeForm *m_form;
    QLabel *m_about;
    QPushButton *m_save;
    SurgeryRow *m_row;
    PlainTable *m_versions;
    std::vector<std::pair<Surgery, QToolButton *>> m_buttons;
    bool m_isReadOnly = false;
    bool m_isFilling = false;
};

} // namespace Decayscope
