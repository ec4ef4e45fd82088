/*
 * The filter language of lists:  region eq '北京' and (salesStatus in ('FOLLOWING_UP') or openOpportunityAmount gt 10000)
 * Words of the language are read in any case; names of fields are not.
 */
grammar FilterGrammar;

filter      : expression EOF ;

expression  : conjunction (OR conjunction)* ;
conjunction : term (AND term)* ;
term        : NOT term                                              # negation
            | '(' expression ')'                                    # group
            | field=NAME predicate                                  # condition
            ;
predicate   : operator=(EQ | NE | LT | LE | GT | GE | CONTAINS | STARTS_WITH) value    # comparison
            | IN '(' value (',' value)* ')'                         # membership
            | BETWEEN (low=value AND high=value | '(' low=value ',' high=value ')')    # range
            | EXISTS (TRUE | FALSE)?                                # existence
            ;
value       : STRING | NUMBER | DATE | INSTANT | TRUE | FALSE | NULL ;

AND         : [aA][nN][dD] ;
OR          : [oO][rR] ;
NOT         : [nN][oO][tT] ;
EQ          : [eE][qQ] ;
NE          : [nN][eE] ;
LT          : [lL][tT] ;
LE          : [lL][eE] ;
GT          : [gG][tT] ;
GE          : [gG][eE] ;
IN          : [iI][nN] ;
CONTAINS    : [cC][oO][nN][tT][aA][iI][nN][sS] ;
STARTS_WITH : [sS][tT][aA][rR][tT][sS][wW][iI][tT][hH] ;
EXISTS      : [eE][xX][iI][sS][tT][sS] ;
BETWEEN     : [bB][eE][tT][wW][eE][eE][nN] ;
TRUE        : [tT][rR][uU][eE] ;
FALSE       : [fF][aA][lL][sS][eE] ;
NULL        : [nN][uU][lL][lL] ;

STRING      : '\'' (~['] | '\'\'')* '\'' ;
DATE        : DIGIT DIGIT DIGIT DIGIT '-' DIGIT DIGIT '-' DIGIT DIGIT ;
INSTANT     : DATE [tT] DIGIT DIGIT ':' DIGIT DIGIT (':' DIGIT DIGIT ('.' DIGIT+)?)? ([zZ] | [+-] DIGIT DIGIT ':' DIGIT DIGIT) ;
NUMBER      : [+-]? DIGIT+ ('.' DIGIT+)? ;
NAME        : LETTER (LETTER | [\p{Nd}])* ('.' (LETTER | [\p{Nd}]) (LETTER | [\p{Nd}] | '-')*)* ;
BLANK       : [\p{White_Space}]+ -> skip ;
OTHER       : . ;

fragment DIGIT  : [0-9] ;
fragment LETTER : [\p{L}_] ;
