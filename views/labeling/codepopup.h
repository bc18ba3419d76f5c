// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <labels/codebook.h>
#include <widgets/pickpopup.h>

namespace Decayscope {

/// All codes of both levels, to pick one by typing parts of its title.
class CodePopup final : public PickPopup
{
    Q_OBJECT

public:
    explicit CodePopup(QWidget *window);

    void setCodebook(const Codebook &book);

signals:
    void picked(const QString &id);

protected:
    [[nodiscard]] std::vector<Pick> picksFor(const QString &words) const override;
    void choose(const Pick &pick) override;

private:
    void offer(const Code &code, const QString &parentTitle);

    std::vector<Pick> m_all;
};

} // namespace Decayscope
