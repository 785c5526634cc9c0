# What the city sets in the chat (en).

admin = <b>What can be set here</b>
    /admin rute: which office gets what
    /admin rute CATEGORY [KELURAHAN] OFFICE: make a rule, also by kind (complaint, idea, question)
    /admin rute hapus NUMBER: remove a rule
    /admin kategori CODE dinas CODE: move a category
button-routes = 🧭 Routing rules
button-categories = 🗂 Categories
admin-rules = <b>Routing rules</b> (otherwise: the category's office)
admin-rules-none = No routing rules yet. Everything goes to the category's office. To make one:
    /admin rute jalan ganting dpupr
admin-rule = <b>{ $id }</b> · { $rule }{ $hand ->
    [yes] {" "}(by hand)
   *[no] {""}
    }
admin-categories = <b>Categories and their offices</b>
admin-category = { $code } · { $name } → { $agency }
help-admin = set where reports go
admin-unclear = Not clear: “{ $said }”. { $hint ->
    [no] For example: /admin rute jalan ganting dpupr
   *[other] Did you mean { $hint }?
    }
admin-no-rule = There is no rule number { $id }. See: /admin rute
admin-confirm = { $what ->
    [remove] Remove the rule <b>{ $rule }</b>?
   *[other] The rule: <b>{ $rule }</b>?
    }
    { $count ->
    [0] No open report is concerned.
   *[other] { $count } open reports like this stay where they are.
    } It holds for new reports.
admin-confirm-yes = ✅ Yes
admin-confirm-no = ❌ No
admin-set = ✅ Kept: { $rule }. It holds for new reports in a few seconds. { $count ->
    [0] No open report is concerned.
   *[other] { $count } open reports like this stay where they are.
    }
admin-removed = 🗑 Removed: { $rule }. New reports follow other rules or go to the category's office.
